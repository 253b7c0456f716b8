"""Makes promotion.csv with PyTorch 1.13: the type of a + b (torch.result_type) and of a / b for all pairs of a tensor of
one dimension, one of none, and a plain number. Run: python3 promotion.py > promotion.csv"""

import torch

dtypes = [torch.bool, torch.uint8, torch.int32, torch.int64, torch.float32, torch.float64]
operands = [(str(dtype)[6:], rank, torch.ones([1] * rank, dtype=dtype)) for dtype in dtypes for rank in [1, 0]]
numbers = [("long", "number", 1), ("double", "number", 1.0)]

print("a,rank of a,b,rank of b,a + b,a / b")
for name_a, rank_a, a in operands:
    for name_b, rank_b, b in operands + numbers:
        both = [str(torch.result_type(a, b))[6:], str((a / b).dtype)[6:]]
        print(",".join([name_a, str(rank_a), name_b, str(rank_b), *both]))
