"""MPNet's encoder in plain PyTorch, fast on short paragraphs; loads the weights of the published checkpoint."""
import math
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

PAD = 1


class Layer(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-5)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-5)

    def forward(self, x, mask):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        drop = self.dropout if self.training else 0.0
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype), dropout_p=drop)
        a = self.out(a.transpose(1, 2).reshape(b, n, w))
        x = self.norm1(x + F.dropout(a, drop, self.training))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(h, drop, self.training))


class MPNet(nn.Module):
    def __init__(self, vocabulary, width=768, layers=12, heads=12, inner=3072, positions=514, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.bias = nn.Embedding(32, heads)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, ids, extra=None):
        """ids [batch, pieces], PAD after the end; extra is added to the embeddings. Returns [batch, pieces, width]."""
        n = ids.shape[1]
        at = torch.arange(n, device=ids.device)
        x = self.words(ids) + self.positions(at + 2)
        if extra is not None:
            x = x + extra
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = self.bias(bucket(at[None] - at[:, None])).permute(2, 0, 1)[None]
        mask = bias + torch.where(ids == PAD, -1e4, 0.0)[:, None, None]
        if torch.is_autocast_enabled():
            mask = mask.to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, mask)
        return x


def bucket(relative, buckets=32, furthest=128):
    """Relative position to bucket, as the checkpoint was trained (T5's buckets)."""
    n = -relative
    half = buckets // 2
    found = (n < 0).long() * half
    n = n.abs()
    exact = half // 2
    far = exact + (torch.log(n.clamp(min=1).float() / exact) / math.log(furthest / exact) * (half - exact)).long()
    return found + torch.where(n < exact, n, far.clamp(max=half - 1))


def load(weights):
    """@param weights name -> array, as in the checkpoint"""
    t = lambda name: torch.tensor(np.asarray(weights[name], np.float32))
    words = t("embeddings.word_embeddings.weight")
    model = MPNet(len(words))
    with torch.no_grad():
        model.words.weight.copy_(words)
        model.positions.weight.copy_(t("embeddings.position_embeddings.weight"))
        model.norm.weight.copy_(t("embeddings.LayerNorm.weight"))
        model.norm.bias.copy_(t("embeddings.LayerNorm.bias"))
        model.bias.weight.copy_(t("encoder.relative_attention_bias.weight"))
        for i, layer in enumerate(model.layers):
            p = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                layer.qkv._parameters[kind].copy_(
                    torch.cat([t(f"{p}attention.attn.{one}.{kind}") for one in "qkv"])
                )
                layer.out._parameters[kind].copy_(t(f"{p}attention.attn.o.{kind}"))
                layer.norm1._parameters[kind].copy_(t(f"{p}attention.LayerNorm.{kind}"))
                layer.up._parameters[kind].copy_(t(f"{p}intermediate.dense.{kind}"))
                layer.down._parameters[kind].copy_(t(f"{p}output.dense.{kind}"))
                layer.norm2._parameters[kind].copy_(t(f"{p}output.LayerNorm.{kind}"))
    return model
