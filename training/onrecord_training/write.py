"""Writes a student as the product reads it: eight bits a weight, one scale a row, one JSON file."""
import base64
import json
import os

import numpy as np

from . import distil


def rows(array):
    """(int8, scale of each row)"""
    scale = np.maximum(np.abs(array).max(1), 1e-9) / 127
    return np.clip(np.round(array / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def write(options):
    import torch

    saved = torch.load(os.path.join(options.work, f"student-{options.name}.pt"), weights_only=False)
    state = {k: v.float().numpy() for k, v in saved["state"].items()}
    names, _ = distil.ready(options)
    assert set(saved["stack"]) == {"r"}, "the shipped code knows recurrent layers only"
    blob, tensors = bytearray(), []

    def put(name, array):
        while len(blob) % 4:
            blob.append(0)
        tensors.append({"name": name, "type": str(array.dtype), "shape": list(array.shape), "at": len(blob)})
        blob.extend(np.ascontiguousarray(array).tobytes())

    def matrix(name, weight, bias):
        eight, scale = rows(weight)
        put(f"{name}.weight", eight)
        put(f"{name}.scale", scale)
        put(f"{name}.bias", bias.astype(np.float32))

    eight, scale = rows(state["delta.weight"])
    put("pieces.weight", eight)
    put("pieces.scale", scale)
    matrix("enter", state["enter.weight"], state["enter.bias"])
    for table in ("pos", "shape", "quote", "first"):
        put(table, state[f"{table}.weight"].astype(np.float32))
    for k in range(len(saved["stack"])):
        matrix(f"layer{k}", state[f"layers.{k}.gates.weight"], state[f"layers.{k}.gates.bias"])
    heads = ("tags", "ask", "answer", "none")
    matrix(
        "heads",
        np.concatenate([state[f"{h}.weight"] for h in heads]),
        np.concatenate([state[f"{h}.bias"] for h in heads]),
    )
    put("far", state["far"].astype(np.float32))
    model = {
        "format": 1, "width": saved["width"], "layers": len(saved["stack"]), "size": saved["size"],
        "pieces": " ".join(names), "tensors": tensors, "data": base64.b64encode(bytes(blob)).decode("ascii"),
    }
    with open(options.model, "w", encoding="utf8") as file:
        json.dump(model, file, separators=(",", ":"))
        file.write("\n")
    print(f"{options.model}: {os.path.getsize(options.model) / 1e6:.2f} MB")
