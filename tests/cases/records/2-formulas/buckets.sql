-- the lower edge is inside, labels come in the order of the edges, null stays null
--   count(orders) as n by bucket(orders.amount, 10, 20, 50) as size
SELECT
  CASE
    WHEN orders.amount < 10
    THEN '< 10'
    WHEN orders.amount < 20
    THEN '10 to < 20'
    WHEN orders.amount < 50
    THEN '20 to < 50'
    WHEN orders.amount >= 50
    THEN '≥ 50'
  END AS size,
  COUNT(*) AS n
FROM orders
GROUP BY
  1
ORDER BY
  CASE
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '< 10'
    THEN 0
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '10 to < 20'
    THEN 1
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '20 to < 50'
    THEN 2
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '≥ 50'
    THEN 3
  END NULLS LAST;
-- postgres:
--   -  END NULLS LAST
--   +  END ASC

-- downwards by the label is the order of the edges turned round, null still last
--   count(orders) as n by bucket(orders.amount, 10, 20, 50) as size order by size desc
SELECT
  CASE
    WHEN orders.amount < 10
    THEN '< 10'
    WHEN orders.amount < 20
    THEN '10 to < 20'
    WHEN orders.amount < 50
    THEN '20 to < 50'
    WHEN orders.amount >= 50
    THEN '≥ 50'
  END AS size,
  COUNT(*) AS n
FROM orders
GROUP BY
  1
ORDER BY
  CASE
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '< 10'
    THEN 0
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '10 to < 20'
    THEN 1
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '20 to < 50'
    THEN 2
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '≥ 50'
    THEN 3
  END DESC NULLS LAST,
  CASE
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '< 10'
    THEN 0
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '10 to < 20'
    THEN 1
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '20 to < 50'
    THEN 2
    WHEN CASE
      WHEN orders.amount < 10
      THEN '< 10'
      WHEN orders.amount < 20
      THEN '10 to < 20'
      WHEN orders.amount < 50
      THEN '20 to < 50'
      WHEN orders.amount >= 50
      THEN '≥ 50'
    END = '≥ 50'
    THEN 3
  END NULLS LAST;
-- postgres:
--   -  END NULLS LAST
--   +  END ASC

-- of a metric's value
--   bucket(revenue, 10, 20, 50) as size by orders.region
SELECT
  orders.region AS region,
  CASE
    WHEN COALESCE(SUM(orders.amount), 0) < 10
    THEN '< 10'
    WHEN COALESCE(SUM(orders.amount), 0) < 20
    THEN '10 to < 20'
    WHEN COALESCE(SUM(orders.amount), 0) < 50
    THEN '20 to < 50'
    WHEN COALESCE(SUM(orders.amount), 0) >= 50
    THEN '≥ 50'
  END AS size
FROM orders
GROUP BY
  1
ORDER BY
  orders.region NULLS LAST;
-- postgres:
--   -  orders.region NULLS LAST
--   +  orders.region COLLATE "C" ASC

-- a bucket as a filter
--   count(orders) as n where bucket(orders.amount, 10, 20) = '10 to < 20'
SELECT
  COUNT(*) AS n
FROM orders
WHERE
  CASE
    WHEN orders.amount < 10
    THEN '< 10'
    WHEN orders.amount < 20
    THEN '10 to < 20'
    WHEN orders.amount >= 20
    THEN '≥ 20'
  END = '10 to < 20';

-- an expression groups by its value
--   count(orders) as n by orders.amount >= 20 as big
SELECT
  orders.amount >= 20 AS big,
  COUNT(*) AS n
FROM orders
GROUP BY
  1
ORDER BY
  (
    orders.amount >= 20
  ) NULLS LAST;
-- postgres:
--   -  ) NULLS LAST
--   +  ) ASC
