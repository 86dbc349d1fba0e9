"""The language page, read aloud in plain Python: no SQL, nothing shared with the product but its parser.

In the order of reading: `calendar` is time (sections 2, 4, 7), `values` operators and row functions (2),
`catalog` entities, joins and names (1, 3, 6), `aggregates` (3), `rows` row expressions and sequences (1 to 4),
`contexts` and `leaves` what an aggregate reads (3, 5), `formulas` metrics (4), `frame` periods and groups,
`targets` and `question` the answer (7). Everything scans whole tables; nothing is meant to be fast.
"""

from tests.reference.evaluator.catalog import Refused, Unspecified
from tests.reference.evaluator.question import Answer, evaluate

__all__ = ["Answer", "Refused", "Unspecified", "evaluate"]
