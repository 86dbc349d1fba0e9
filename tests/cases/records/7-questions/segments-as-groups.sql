-- by a segment
--   orders, revenue by large
SELECT
  orders.amount > 20 AS large,
  COUNT(*) AS orders,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
GROUP BY
  1
ORDER BY
  (
    orders.amount > 20
  ) NULLS LAST;
-- postgres:
--   -  ) NULLS LAST
--   +  ) ASC

-- by an expression of a segment
--   orders, revenue by if(large, 'L', 'S') as size
SELECT
  CASE WHEN orders.amount > 20 THEN 'L' ELSE 'S' END AS size,
  COUNT(*) AS orders,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
GROUP BY
  1
ORDER BY
  CASE WHEN orders.amount > 20 THEN 'L' ELSE 'S' END NULLS LAST;
-- postgres:
--   -  CASE WHEN orders.amount > 20 THEN 'L' ELSE 'S' END NULLS LAST
--   +  CASE WHEN orders.amount > 20 THEN 'L' ELSE 'S' END COLLATE "C" ASC

-- by a segment of segments
--   orders by large_web as both
SELECT
  orders.amount > 20 AND orders.channel = 'web' AS "both",
  COUNT(*) AS orders
FROM orders
GROUP BY
  1
ORDER BY
  (
    orders.amount > 20 AND orders.channel = 'web'
  ) NULLS LAST;
-- postgres:
--   -  ) NULLS LAST
--   +  ) ASC
-- snowflake:
--   -  orders.amount > 20 AND orders.channel = 'web' AS "both",
--   +  orders.amount > 20 AND orders.channel = 'web' AS "BOTH",

-- the best side of a segment, and the others
--   orders, revenue top 1 large by revenue with others
WITH orders_scan /* count_orders, sum_amount */ AS (
  SELECT
    orders.amount > 20 AS large,
    COUNT(*) AS count_orders,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), top_large_places AS (
  SELECT
    orders_scan.large,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.large NULLS LAST
    ) AS place
  FROM orders_scan
), top_large /* the best 1 of large */ AS (
  SELECT
    large,
    place
  FROM top_large_places
  WHERE
    place <= 1
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CASE
      WHEN CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END
      THEN 'true'
      WHEN NOT CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END
      THEN 'false'
    END
  END AS large,
  COUNT(*) AS orders,
  COALESCE(SUM(orders.amount), 0) AS revenue,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM orders
LEFT JOIN top_large AS best
  ON best.large IS NOT DISTINCT FROM (
    orders.amount > 20
  )
GROUP BY
  4,
  CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.large NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.large ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END ASC

-- the best side of a comparison, and the others
--   orders, revenue by orders.amount > 20 as big, web top 1 big by revenue with others
WITH orders_scan /* count_orders, sum_amount */ AS (
  SELECT
    orders.amount > 20 AS big,
    COUNT(*) AS count_orders,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), top_big_places AS (
  SELECT
    orders_scan.big,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.big NULLS LAST
    ) AS place
  FROM orders_scan
), top_big /* the best 1 of big */ AS (
  SELECT
    big,
    place
  FROM top_big_places
  WHERE
    place <= 1
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CASE
      WHEN CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END
      THEN 'true'
      WHEN NOT CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END
      THEN 'false'
    END
  END AS big,
  orders.channel = 'web' AS web,
  COUNT(*) AS orders,
  COALESCE(SUM(orders.amount), 0) AS revenue,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM orders
LEFT JOIN top_big AS best
  ON best.big IS NOT DISTINCT FROM (
    orders.amount > 20
  )
GROUP BY
  5,
  CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END,
  2
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END NULLS LAST,
  (
    orders.channel = 'web'
  ) NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.big NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.big ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END NULLS LAST,
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders.amount > 20 END ASC,
--   -  ) NULLS LAST
--   +  ) ASC
