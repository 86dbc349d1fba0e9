"""The language page, read aloud in plain Python: no SQL, nothing shared with the product but its parser.

`calendar` is time (sections 2 and 7), `values` operators and row functions (2), `catalog` entities,
joins and names (1 and 3), `rows` row expressions (1 to 4), `aggregates` (3), `contexts` metrics
(3 to 5), `question` what is asked (7). Everything scans whole tables; nothing is meant to be fast.
"""

from tests.reference.evaluator.catalog import Refused, Unspecified
from tests.reference.evaluator.question import Answer, evaluate

__all__ = ["Answer", "Refused", "Unspecified", "evaluate"]
