"""Makes printed.jsonl: tensors as PyTorch 1.13 prints them. Run: python3 printed.py > printed.jsonl

The dtype is printed without PyTorch's prefix "torch.", before lines are broken. Elements are listed in "data" (NaN and
infinities as strings), or are start + step * i."""

import json
import math
import random

import numpy
import torch
import torch._tensor_str as printing

with_suffixes = printing._add_suffixes
printing._add_suffixes = lambda text, suffixes, indent, force_newline: with_suffixes(
    text, [suffix.replace("torch.", "") for suffix in suffixes], indent, force_newline
)
random.seed(4)
torch.manual_seed(4)


def number(value, dtype):
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    # the shortest text that reads back to the same float32
    return float(str(numpy.float32(value))) if dtype == torch.float32 else int(value) if dtype == torch.bool else value


def case(x, requires_grad=False, **values):
    if not values:
        values = {"data": [number(v, x.dtype) for v in x.reshape(-1).tolist()]}
    x.requires_grad_(requires_grad)
    print(json.dumps({
        "dtype": str(x.dtype)[6:], "shape": list(x.shape), **values, "requires_grad": requires_grad, "printed": repr(x),
    }))


def series(dtype, shape, start, step):
    count = math.prod(shape)
    x = (start + step * torch.arange(count, dtype=torch.float64)).to(dtype).view(shape)
    case(x, start=start, step=step)


def shape():
    rank = random.choice([0, 1, 1, 2, 2, 3, 4])
    return [random.randint(1, [1, 9, 5, 3, 2][rank]) for _ in range(rank)]


for dtype in [torch.float32, torch.float64]:
    for scale in [1, 1e-3, 1e-4, 1e-6, 20, 300, 5000, 1e6, 1e9, 1e30]:
        case((torch.randn(shape(), dtype=torch.float64) * scale).to(dtype), requires_grad=random.random() < 0.3)
        case((torch.randn(shape(), dtype=torch.float64) * scale).round().to(dtype))
    for values in [
        [0.0], [-0.0, 0.5], [-0.0], [1e8], [1.1e8], [1e-4], [9e-5], [1.0, 1000.0], [1.0, 1001.0], [0.5, 500.5],
        [0.5, 501.0], [0.00005, 1.00005], [1.00015, 2.00025], [2.5, 0.125, 0.00625], [99999.5], [0.99999],
        [9.99995, 0.0001], [math.nan], [math.inf, -math.inf], [math.nan, 1.5], [math.nan, 1000.0, 1.0, -math.inf],
        [math.inf, 1.0], [math.nan, 1e10], [-1.0, 10.0, 100.25], [1e-320], [1.7e308],
    ]:
        case(torch.tensor(values, dtype=torch.float64).to(dtype))
for dtype, size in [(torch.int64, 10**15), (torch.int64, 100), (torch.int32, 10**6), (torch.uint8, 255)]:
    for _ in range(3):
        low = 0 if dtype == torch.uint8 else -size
        case(torch.randint(low, size, shape()).to(dtype))
for _ in range(3):
    case(torch.randn(shape()) > 0)
for dtype in [torch.float32, torch.float64, torch.int64, torch.bool]:
    for empty in [[0], [0, 3], [2, 0, 4]]:
        case(torch.zeros(empty, dtype=dtype))
for count in range(1, 30, 4):
    case(torch.randn(count), requires_grad=True)
    case(torch.randn(count, dtype=torch.float64), requires_grad=True)
for dims in [[1000], [1001], [2000], [10, 100], [7, 143], [3, 400], [2, 1, 501], [7, 1, 200], [2, 7, 2, 60], [501, 2]]:
    series(torch.float32, dims, 0, 1)
    series(torch.float64, dims, -0.25, 0.5)
    series(torch.int64, dims, -5, 3)
series(torch.bool, [1500], 0, 1)
