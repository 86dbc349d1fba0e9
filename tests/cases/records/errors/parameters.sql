-- used by a segment
--   orders where big with least = 5
SELECT
  COUNT(*) AS orders
FROM orders
WHERE
  orders.size >= 5;

-- used by a length of time of a metric
--   recent for 2025-06 with far = 11 days
SELECT
  COUNT(*) AS recent
FROM orders
WHERE
  orders.placed_on >= CAST('2025-06-20' AS DATE)
  AND orders.placed_on < CAST('2025-07-01' AS DATE);
-- snowflake:
--   -  orders.placed_on >= CAST('2025-06-20' AS DATE)
--   -  AND orders.placed_on < CAST('2025-07-01' AS DATE)
--   +  orders.placed_on >= TO_DATE('2025-06-20', 'YYYY-MM-DD')
--   +  AND orders.placed_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')

-- used by a field
--   sum(orders.lifted) as n where size > 1 with deep = 3
SELECT
  COALESCE(SUM(orders.size + 3), 0) AS n
FROM orders
WHERE
  orders.size > 1;

-- used to order only
--   orders by orders.id order by count(orders where orders.size > $least) desc limit 1 with least = 6
SELECT
  orders.id AS id,
  COUNT(*) AS orders
FROM orders
GROUP BY
  1
ORDER BY
  COUNT(*) FILTER(WHERE
    orders.size > 6) DESC NULLS LAST,
  orders.id NULLS LAST
LIMIT 1;
-- postgres:
--   -  orders.id NULLS LAST
--   +  orders.id ASC
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    orders.size > 6) DESC NULLS LAST,
--   +  COUNT(CASE WHEN orders.size > 6 THEN 1 END) DESC NULLS LAST,
