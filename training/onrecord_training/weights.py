"""Reads the checkpoint that the teacher starts from."""
import glob
import os

import numpy as np


def read(folder):
    """
    (name -> array, word -> piece ids) from a folder with `model.safetensors` and `tokenizer.json`, or with the
    `*.npz` parts that `pack` made of them.
    """
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    cut = lambda word: tokenizer.encode(word, add_special_tokens=False).ids or [tokenizer.token_to_id("[UNK]")]
    whole = os.path.join(folder, "model.safetensors")
    if os.path.exists(whole):
        from safetensors.numpy import load_file

        return load_file(whole), cut
    weights = {}
    for part in sorted(glob.glob(os.path.join(folder, "*.npz"))):
        with np.load(part) as file:
            for name in file.files:
                if name.endswith("|scale"):
                    continue
                array = file[name].astype(np.float32)
                weights[name] = array * file[name + "|scale"] if name + "|scale" in file.files else array
    name = "embeddings.word_embeddings.weight"
    kept = weights.pop("kept").astype(int)
    table = np.zeros((tokenizer.get_vocab_size(), weights[name].shape[1]), np.float32)
    table[kept] = weights[name]
    weights[name] = table
    return weights, cut


def pack(folder, out, words, parts=2):
    """
    Rounds the checkpoint to eight bits a weight and keeps only the pieces that `words` need, in `parts` files, for a
    machine to which little can be carried.
    """
    import shutil

    weights, cut = read(folder)
    kept = sorted({p for w in words for p in cut(w)} | set(range(5)))
    os.makedirs(out, exist_ok=True)
    files = [{} for _ in range(parts)]
    files[0]["kept"] = np.array(kept, np.int32)
    for name, array in weights.items():
        if name.startswith("pooler") or name.endswith("position_ids"):
            continue
        if name == "embeddings.word_embeddings.weight":
            array = array[kept]
        # The first part holds the word pieces too, so fewer layers.
        at = max(0, int(name.split(".")[2]) + 1) * parts // 12 if ".layer." in name else 0
        at = min(at, parts - 1)
        if array.ndim == 2 and array.shape[0] > 100:
            scale = np.abs(array).max(1, keepdims=True) / 127 + 1e-12
            files[at][name] = np.round(array / scale).astype(np.int8)
            files[at][name + "|scale"] = scale.astype(np.float32)
        else:
            files[at][name] = array.astype(np.float32)
    for k, one in enumerate(files):
        np.savez(os.path.join(out, f"part{k}.npz"), **one)
    shutil.copy(os.path.join(folder, "tokenizer.json"), out)
