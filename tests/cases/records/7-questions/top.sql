-- the best, of which null may be one
--   revenue top 2 orders.region by revenue
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.revenue,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS top_rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue
FROM ranked
WHERE
  ranked.top_rank <= 2
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC

-- ties go by the default order
--   revenue top 3 orders.region by revenue
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.revenue,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS top_rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue
FROM ranked
WHERE
  ranked.top_rank <= 3
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC

-- by a metric that is not shown, null last
--   revenue top 5 orders.region by mean
WITH orders_scan /* revenue, avg_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue,
    AVG(orders.amount) AS avg_amount
  FROM orders
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.revenue,
    orders_scan.avg_amount,
    ROW_NUMBER() OVER (ORDER BY orders_scan.avg_amount DESC NULLS LAST, orders_scan.region NULLS LAST) AS top_rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue
FROM ranked
WHERE
  ranked.top_rank <= 5
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -    ROW_NUMBER() OVER (ORDER BY orders_scan.avg_amount DESC NULLS LAST, orders_scan.region NULLS LAST) AS top_rank
--   +    ROW_NUMBER() OVER (
--   +      ORDER BY orders_scan.avg_amount DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   +    ) AS top_rank
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount

-- the best by a mean are not the best by a sum
--   revenue top 2 orders.region by mean
WITH orders_scan /* revenue, avg_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue,
    AVG(orders.amount) AS avg_amount
  FROM orders
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.revenue,
    orders_scan.avg_amount,
    ROW_NUMBER() OVER (ORDER BY orders_scan.avg_amount DESC NULLS LAST, orders_scan.region NULLS LAST) AS top_rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue
FROM ranked
WHERE
  ranked.top_rank <= 2
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -    ROW_NUMBER() OVER (ORDER BY orders_scan.avg_amount DESC NULLS LAST, orders_scan.region NULLS LAST) AS top_rank
--   +    ROW_NUMBER() OVER (
--   +      ORDER BY orders_scan.avg_amount DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   +    ) AS top_rank
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount

-- the best over the whole range, then shown by month
--   revenue by month top 1 orders.region by revenue for 2025-01 to 2025-02
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), orders_total_scan /* revenue_2 */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue_2
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.month,
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.revenue_2) AS revenue_2
  FROM (
    SELECT
      0 AS level,
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS revenue_2,
      1 AS is_shown
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS month,
      orders_total_scan.region AS region,
      NULL AS revenue,
      orders_total_scan.revenue_2 AS revenue_2,
      NULL AS is_shown
    FROM orders_total_scan
    UNION ALL
    SELECT DISTINCT
      1 AS level,
      NULL AS month,
      orders_scan.region AS region,
      NULL AS revenue,
      NULL AS revenue_2,
      1 AS is_shown
    FROM orders_scan
    UNION ALL
    SELECT
      0 AS level,
      months.month AS month,
      groups.region AS region,
      NULL AS revenue,
      NULL AS revenue_2,
      1 AS is_shown
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2,
    3
  HAVING
    MAX(stacked.is_shown) = 1
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.month,
    answer.region,
    answer.revenue,
    MAX(CASE WHEN answer.level = 1 THEN answer.revenue_2 END) OVER (PARTITION BY answer.region) AS revenue_2
  FROM answer
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    with_totals.level,
    with_totals.month,
    with_totals.region,
    with_totals.revenue,
    with_totals.revenue_2,
    ROW_NUMBER() OVER (
      PARTITION BY with_totals.level
      ORDER BY COALESCE(with_totals.revenue_2, 0) DESC NULLS LAST, with_totals.region NULLS LAST
    ) AS top_rank
  FROM with_totals
), with_totals_2 /* totals beside the groups that they are of */ AS (
  SELECT
    ranked.level,
    ranked.month,
    ranked.region,
    ranked.revenue,
    ranked.revenue_2,
    MAX(CASE WHEN ranked.level = 1 THEN ranked.top_rank END) OVER (PARTITION BY ranked.region) AS top_rank
  FROM ranked
)
SELECT
  with_totals_2.month AS month,
  with_totals_2.region AS region,
  COALESCE(with_totals_2.revenue, 0) AS revenue
FROM with_totals_2
WHERE
  with_totals_2.level = 0 AND with_totals_2.top_rank <= 1
ORDER BY
  with_totals_2.month NULLS LAST,
  with_totals_2.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS revenue_2,
--   +      CAST(NULL AS DECIMAL) AS revenue_2,
--   -      NULL AS month,
--   +      CAST(NULL AS DATE) AS month,
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL) AS is_shown
--   -      NULL AS month,
--   +      CAST(NULL AS DATE) AS month,
--   -      NULL AS revenue,
--   -      NULL AS revenue_2,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue_2,
--   -      NULL AS revenue,
--   -      NULL AS revenue_2,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue_2,
--   -      ORDER BY COALESCE(with_totals.revenue_2, 0) DESC NULLS LAST, with_totals.region NULLS LAST
--   +      ORDER BY COALESCE(with_totals.revenue_2, 0) DESC NULLS LAST, with_totals.region COLLATE "C" ASC
--   -  with_totals_2.month NULLS LAST,
--   -  with_totals_2.region NULLS LAST
--   +  with_totals_2.month ASC,
--   +  with_totals_2.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS revenue_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue_2,
--   -      NULL AS month,
--   +      CAST(NULL AS DATE) AS month,
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_shown
--   -      NULL AS month,
--   +      CAST(NULL AS DATE) AS month,
--   -      NULL AS revenue,
--   -      NULL AS revenue_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue_2,
--   -      NULL AS revenue,
--   -      NULL AS revenue_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue_2,

-- with the other groups dropped when choosing
--   revenue by orders.channel top 2 orders.region by revenue
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.channel AS channel,
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  GROUP BY
    1,
    2
), orders_total_scan /* total_revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS total_revenue
  FROM orders
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.channel,
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.total_revenue) AS total_revenue
  FROM (
    SELECT
      0 AS level,
      orders_scan.channel AS channel,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS total_revenue,
      1 AS is_shown
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS channel,
      orders_total_scan.region AS region,
      NULL AS revenue,
      orders_total_scan.total_revenue AS total_revenue,
      NULL AS is_shown
    FROM orders_total_scan
    UNION ALL
    SELECT DISTINCT
      1 AS level,
      NULL AS channel,
      orders_scan.region AS region,
      NULL AS revenue,
      NULL AS total_revenue,
      1 AS is_shown
    FROM orders_scan
  ) AS stacked
  GROUP BY
    1,
    2,
    3
  HAVING
    MAX(stacked.is_shown) = 1
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.channel,
    answer.region,
    answer.revenue,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_revenue END) OVER (PARTITION BY answer.region) AS total_revenue
  FROM answer
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    with_totals.level,
    with_totals.channel,
    with_totals.region,
    with_totals.revenue,
    with_totals.total_revenue,
    ROW_NUMBER() OVER (
      PARTITION BY with_totals.level
      ORDER BY COALESCE(with_totals.total_revenue, 0) DESC NULLS LAST, with_totals.region NULLS LAST
    ) AS top_rank
  FROM with_totals
), with_totals_2 /* totals beside the groups that they are of */ AS (
  SELECT
    ranked.level,
    ranked.channel,
    ranked.region,
    ranked.revenue,
    ranked.total_revenue,
    MAX(CASE WHEN ranked.level = 1 THEN ranked.top_rank END) OVER (PARTITION BY ranked.region) AS top_rank
  FROM ranked
)
SELECT
  with_totals_2.channel AS channel,
  with_totals_2.region AS region,
  COALESCE(with_totals_2.revenue, 0) AS revenue
FROM with_totals_2
WHERE
  with_totals_2.level = 0 AND with_totals_2.top_rank <= 2
ORDER BY
  with_totals_2.channel NULLS LAST,
  with_totals_2.region NULLS LAST;
-- postgres:
--   -      NULL AS total_revenue,
--   +      CAST(NULL AS DECIMAL) AS total_revenue,
--   -      NULL AS channel,
--   +      CAST(NULL AS TEXT) AS channel,
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL) AS is_shown
--   -      NULL AS channel,
--   +      CAST(NULL AS TEXT) AS channel,
--   -      NULL AS revenue,
--   -      NULL AS total_revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS total_revenue,
--   -      ORDER BY COALESCE(with_totals.total_revenue, 0) DESC NULLS LAST, with_totals.region NULLS LAST
--   +      ORDER BY COALESCE(with_totals.total_revenue, 0) DESC NULLS LAST, with_totals.region COLLATE "C" ASC
--   -  with_totals_2.channel NULLS LAST,
--   -  with_totals_2.region NULLS LAST
--   +  with_totals_2.channel COLLATE "C" ASC,
--   +  with_totals_2.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS total_revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue,
--   -      NULL AS channel,
--   +      CAST(NULL AS VARCHAR) AS channel,
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_shown
--   -      NULL AS channel,
--   +      CAST(NULL AS VARCHAR) AS channel,
--   -      NULL AS revenue,
--   -      NULL AS total_revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue,

-- others are recomputed from rows
--   revenue, buyers, mean top 2 orders.region by revenue with others
WITH orders_scan /* sum_amount, count_customer, avg_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount,
    COUNT(DISTINCT orders.customer) AS count_customer,
    AVG(orders.amount) AS avg_amount
  FROM orders
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS place
  FROM orders_scan
), top_region /* the best 2 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 2
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CASE WHEN NOT best.place IS NULL THEN orders.region END
  END AS region,
  COALESCE(SUM(orders.amount), 0) AS revenue,
  COUNT(DISTINCT orders.customer) AS buyers,
  AVG(orders.amount) AS mean,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM orders
LEFT JOIN top_region AS best
  ON best.region IS NOT DISTINCT FROM orders.region
GROUP BY
  5,
  CASE WHEN NOT best.place IS NULL THEN orders.region END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders.region END NULLS LAST;
-- postgres:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -  AVG(orders.amount) AS mean,
--   +  AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean,
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders.region END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders.region END COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount
--   -  AVG(orders.amount) AS mean,
--   +  AVG(CAST(orders.amount AS DOUBLE)) AS mean,

-- others are last in each period
--   revenue, buyers by month top 1 orders.region by revenue with others for 2025-01 to 2025-02
WITH orders_scan /* sum_amount, count_customer */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount,
    COUNT(DISTINCT orders.customer) AS count_customer
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS place
  FROM orders_scan
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
), orders_scan_2 /* revenue, buyers */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS revenue,
    COUNT(DISTINCT orders.customer) AS buyers
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2,
    3
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region_is_other,
    region
  FROM orders_scan_2
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region_is_other,
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.buyers) AS buyers
  FROM (
    SELECT
      orders_scan_2.month AS month,
      orders_scan_2.region_is_other AS region_is_other,
      orders_scan_2.region AS region,
      orders_scan_2.revenue AS revenue,
      orders_scan_2.buyers AS buyers
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      groups.region_is_other AS region_is_other,
      groups.region AS region,
      NULL AS revenue,
      NULL AS buyers
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2,
    3
)
SELECT
  answer.month AS month,
  CASE WHEN answer.region_is_other = 1 THEN 'Other' ELSE answer.region END AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.buyers, 0) AS buyers,
  answer.region_is_other AS is_other
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region_is_other NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS revenue,
--   -      NULL AS buyers
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS buyers
--   -  answer.month NULLS LAST,
--   -  answer.region_is_other NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region_is_other ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS revenue,
--   -      NULL AS buyers
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers

-- a value per row that needs periods, beside members that are chosen over all of them
--   max(prior(sum(orders.amount), 1 month) per orders.customer) as best by month top 1 orders.region by revenue with others
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS place
  FROM orders_scan
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      CAST(DATE_TRUNC('month', MIN(orders.ordered_on)) AS DATE) AS first_period,
      CAST(DATE_TRUNC('month', MAX(orders.ordered_on)) AS DATE) AS last_period
    FROM orders
  ) AS extents
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    orders.customer AS customer,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  WHERE
    (
      CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) IS NULL
      OR (
        CAST(DATE_TRUNC('month', CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE)) AS DATE) >= (
          SELECT
            first_period
          FROM extent
        )
        AND CAST(DATE_TRUNC('month', CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE)) AS DATE) <= (
          SELECT
            last_period
          FROM extent
        )
      )
    )
  GROUP BY
    1,
    2,
    3,
    4
), values_per_customer /* max_per_customer */ AS (
  SELECT
    orders_prior_scan.month AS month,
    orders_prior_scan.region_is_other AS region_is_other,
    orders_prior_scan.region AS region,
    MAX(COALESCE(orders_prior_scan.prior_sum_amount, 0)) AS max_per_customer
  FROM orders_prior_scan
  WHERE
    NOT orders_prior_scan.customer IS NULL
  GROUP BY
    1,
    2,
    3
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  WHERE
    orders.ordered_on IS NULL
  GROUP BY
    1,
    2,
    3
), groups /* the groups that have rows */ AS (
  SELECT
    region_is_other,
    region
  FROM values_per_customer
  UNION
  SELECT
    region_is_other,
    region
  FROM orders_groups_scan
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          (
            SELECT
              first_period
            FROM extent
          ),
          (
            SELECT
              last_period
            FROM extent
          ),
          INTERVAL '1' MONTH
        )
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region_is_other,
    stacked.region,
    MAX(stacked.max_per_customer) AS max_per_customer
  FROM (
    SELECT
      values_per_customer.month AS month,
      values_per_customer.region_is_other AS region_is_other,
      values_per_customer.region AS region,
      values_per_customer.max_per_customer AS max_per_customer
    FROM values_per_customer
    UNION ALL
    SELECT
      orders_groups_scan.month AS month,
      orders_groups_scan.region_is_other AS region_is_other,
      orders_groups_scan.region AS region,
      NULL AS max_per_customer
    FROM orders_groups_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region_is_other AS region_is_other,
      groups.region AS region,
      NULL AS max_per_customer
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2,
    3
)
SELECT
  answer.month AS month,
  CASE WHEN answer.region_is_other = 1 THEN 'Other' ELSE answer.region END AS region,
  answer.max_per_customer AS best,
  answer.region_is_other AS is_other
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region_is_other NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -      CAST(DATE_TRUNC('month', MIN(orders.ordered_on)) AS DATE) AS first_period,
--   -      CAST(DATE_TRUNC('month', MAX(orders.ordered_on)) AS DATE) AS last_period
--   +      CAST(DATE_TRUNC('month', CAST(MIN(orders.ordered_on) AS TIMESTAMP)) AS DATE) AS first_period,
--   +      CAST(DATE_TRUNC('month', CAST(MAX(orders.ordered_on) AS TIMESTAMP)) AS DATE) AS last_period
--   -    CAST(DATE_TRUNC('month', CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -      CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   +      CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) IS NULL
--   -        CAST(DATE_TRUNC('month', CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE)) AS DATE) >= (
--   +        CAST(DATE_TRUNC('month', CAST(CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) >= (
--   -        AND CAST(DATE_TRUNC('month', CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE)) AS DATE) <= (
--   +        AND CAST(DATE_TRUNC('month', CAST(CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) <= (
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          (
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' MONTH
--   -        )
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST((
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS max_per_customer
--   +      CAST(NULL AS DECIMAL) AS max_per_customer
--   -      NULL AS max_per_customer
--   +      CAST(NULL AS DECIMAL) AS max_per_customer
--   -  answer.month NULLS LAST,
--   -  answer.region_is_other NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region_is_other ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -WITH orders_scan /* sum_amount */ AS (
--   +WITH ten_digits AS (
--   +  SELECT
--   +    0 AS d
--   +  UNION ALL
--   +  SELECT
--   +    1
--   +  UNION ALL
--   +  SELECT
--   +    2
--   +  UNION ALL
--   +  SELECT
--   +    3
--   +  UNION ALL
--   +  SELECT
--   +    4
--   +  UNION ALL
--   +  SELECT
--   +    5
--   +  UNION ALL
--   +  SELECT
--   +    6
--   +  UNION ALL
--   +  SELECT
--   +    7
--   +  UNION ALL
--   +  SELECT
--   +    8
--   +  UNION ALL
--   +  SELECT
--   +    9
--   +), orders_scan /* sum_amount */ AS (
--   -    CAST(DATE_TRUNC('month', CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, orders.ordered_on)) AS DATE) AS month,
--   -      CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   +      DATEADD(MONTH, 1, orders.ordered_on) IS NULL
--   -        CAST(DATE_TRUNC('month', CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE)) AS DATE) >= (
--   +        CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, orders.ordered_on)) AS DATE) >= (
--   -        AND CAST(DATE_TRUNC('month', CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE)) AS DATE) <= (
--   +        AND CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, orders.ordered_on)) AS DATE) <= (
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(MONTH, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS month
--   +    FROM (
--   +      SELECT
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +      FROM ten_digits AS d0
--   +      CROSS JOIN ten_digits AS d1
--   +      CROSS JOIN ten_digits AS d2
--   +      CROSS JOIN ten_digits AS d3
--   +      CROSS JOIN ten_digits AS d4
--   +      CROSS JOIN ten_digits AS d5
--   +      CROSS JOIN ten_digits AS d6
--   +      WHERE
--   +        (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                  AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      last_period
--   +                    FROM extent
--   +                  )) AS BIGINT) - (
--   +                    CAST(DATE_PART(YEAR, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS BIGINT)
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    last_period
--   +                  FROM extent
--   +                )) AS BIGINT) - (
--   +                  CAST(DATE_PART(YEAR, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS BIGINT)
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  last_period
--   +                FROM extent
--   +              )) AS BIGINT) - (
--   +                CAST(DATE_PART(YEAR, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS BIGINT)
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                last_period
--   +              FROM extent
--   +            )) AS BIGINT) - (
--   +              CAST(DATE_PART(YEAR, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS BIGINT)
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              last_period
--   +            FROM extent
--   +          )) AS BIGINT) - (
--   +            CAST(DATE_PART(YEAR, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS BIGINT)
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   -          ),
--   -          (
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   -              last_period
--   +              first_period
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )) AS BIGINT)
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -      NULL AS max_per_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_per_customer
--   -      NULL AS max_per_customer
--   +      CAST(NULL AS DECIMAL(1, 0)) AS max_per_customer

-- no others where nothing is left
--   revenue top 9 orders.region by revenue with others where orders.region in ('north', 'south')
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.region IN ('north', 'south')
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS place
  FROM orders_scan
), top_region /* the best 9 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 9
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CASE WHEN NOT best.place IS NULL THEN orders.region END
  END AS region,
  COALESCE(SUM(orders.amount), 0) AS revenue,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM orders
LEFT JOIN top_region AS best
  ON best.region IS NOT DISTINCT FROM orders.region
WHERE
  orders.region IN ('north', 'south')
GROUP BY
  3,
  CASE WHEN NOT best.place IS NULL THEN orders.region END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders.region END NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders.region END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders.region END COLLATE "C" ASC

-- a share of the total is of all rows
--   revenue / total(revenue) as share top 1 orders.region by revenue with others
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), orders_total_scan /* total_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_sum_amount
  FROM orders
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.total_sum_amount) AS total_sum_amount
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.sum_amount AS sum_amount,
      NULL AS total_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS sum_amount,
      orders_total_scan.total_sum_amount AS total_sum_amount
    FROM orders_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.sum_amount,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_sum_amount END) OVER () AS total_sum_amount
  FROM answer
), top_region_places AS (
  SELECT
    with_totals.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST, with_totals.region NULLS LAST
    ) AS place
  FROM with_totals
  WHERE
    with_totals.level = 0
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
), orders_scan_2 /* sum_amount */ AS (
  SELECT
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  GROUP BY
    1,
    2
), orders_total_scan_2 /* total_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_sum_amount
  FROM orders
), answer_2 /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region_is_other,
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.total_sum_amount) AS total_sum_amount
  FROM (
    SELECT
      0 AS level,
      orders_scan_2.region_is_other AS region_is_other,
      orders_scan_2.region AS region,
      orders_scan_2.sum_amount AS sum_amount,
      NULL AS total_sum_amount
    FROM orders_scan_2
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region_is_other,
      NULL AS region,
      NULL AS sum_amount,
      orders_total_scan_2.total_sum_amount AS total_sum_amount
    FROM orders_total_scan_2
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), with_totals_2 /* totals beside the groups that they are of */ AS (
  SELECT
    answer_2.level,
    answer_2.region_is_other,
    answer_2.region,
    answer_2.sum_amount,
    MAX(CASE WHEN answer_2.level = 1 THEN answer_2.total_sum_amount END) OVER () AS total_sum_amount
  FROM answer_2
)
SELECT
  CASE
    WHEN with_totals_2.region_is_other = 1
    THEN 'Other'
    ELSE with_totals_2.region
  END AS region,
  COALESCE(with_totals_2.sum_amount, 0) / NULLIF(COALESCE(with_totals_2.total_sum_amount, 0), 0) AS share,
  with_totals_2.region_is_other AS is_other
FROM with_totals_2
WHERE
  with_totals_2.level = 0
ORDER BY
  with_totals_2.region_is_other NULLS LAST,
  with_totals_2.region NULLS LAST;
-- postgres:
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      ORDER BY COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST, with_totals.region NULLS LAST
--   +      ORDER BY COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST, with_totals.region COLLATE "C" ASC
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -      NULL AS region_is_other,
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS region_is_other,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -  COALESCE(with_totals_2.sum_amount, 0) / NULLIF(COALESCE(with_totals_2.total_sum_amount, 0), 0) AS share,
--   +  CAST(COALESCE(with_totals_2.sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals_2.total_sum_amount, 0), 0) AS share,
--   -  with_totals_2.region_is_other NULLS LAST,
--   -  with_totals_2.region NULLS LAST
--   +  with_totals_2.region_is_other ASC,
--   +  with_totals_2.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -      NULL AS region_is_other,
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS region_is_other,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -  COALESCE(with_totals_2.sum_amount, 0) / NULLIF(COALESCE(with_totals_2.total_sum_amount, 0), 0) AS share,
--   +  CAST(COALESCE(with_totals_2.sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals_2.total_sum_amount, 0), 0) AS share,

-- a share of the total without others too
--   revenue / total(revenue) as share top 1 orders.region by revenue
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), orders_total_scan /* total_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_sum_amount
  FROM orders
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.total_sum_amount) AS total_sum_amount
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.sum_amount AS sum_amount,
      NULL AS total_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS sum_amount,
      orders_total_scan.total_sum_amount AS total_sum_amount
    FROM orders_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.sum_amount,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_sum_amount END) OVER () AS total_sum_amount
  FROM answer
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    with_totals.level,
    with_totals.region,
    with_totals.sum_amount,
    with_totals.total_sum_amount,
    ROW_NUMBER() OVER (
      PARTITION BY with_totals.level
      ORDER BY COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST, with_totals.region NULLS LAST
    ) AS top_rank
  FROM with_totals
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.sum_amount, 0) / NULLIF(COALESCE(ranked.total_sum_amount, 0), 0) AS share
FROM ranked
WHERE
  ranked.level = 0 AND ranked.top_rank <= 1
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      ORDER BY COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST, with_totals.region NULLS LAST
--   +      ORDER BY COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST, with_totals.region COLLATE "C" ASC
--   -  COALESCE(ranked.sum_amount, 0) / NULLIF(COALESCE(ranked.total_sum_amount, 0), 0) AS share
--   +  CAST(COALESCE(ranked.sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(ranked.total_sum_amount, 0), 0) AS share
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -  COALESCE(ranked.sum_amount, 0) / NULLIF(COALESCE(ranked.total_sum_amount, 0), 0) AS share
--   +  CAST(COALESCE(ranked.sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(ranked.total_sum_amount, 0), 0) AS share

-- where less is better
--   returns top 1 orders.region by returns
WITH orders_scan /* returns */ AS (
  SELECT
    orders.region AS region,
    COUNT(*) FILTER(WHERE
      orders.amount < 0) AS returns
  FROM orders
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.returns,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.returns, 0) NULLS LAST, orders_scan.region NULLS LAST
    ) AS top_rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.returns, 0) AS returns
FROM ranked
WHERE
  ranked.top_rank <= 1
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.returns, 0) NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.returns, 0) ASC, orders_scan.region COLLATE "C" ASC
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      orders.amount < 0) AS returns
--   +    COUNT(CASE WHEN orders.amount < 0 THEN 1 END) AS returns

-- under a filter
--   revenue top 1 orders.region by revenue with others where orders.channel = 'web'
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.channel = 'web'
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS place
  FROM orders_scan
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CASE WHEN NOT best.place IS NULL THEN orders.region END
  END AS region,
  COALESCE(SUM(orders.amount), 0) AS revenue,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM orders
LEFT JOIN top_region AS best
  ON best.region IS NOT DISTINCT FROM orders.region
WHERE
  orders.channel = 'web'
GROUP BY
  3,
  CASE WHEN NOT best.place IS NULL THEN orders.region END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN orders.region END NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN orders.region END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN orders.region END COLLATE "C" ASC

-- growth of the others
--   growth(revenue, 1 month) as g top 1 orders.region by revenue with others for 2025-02
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.region AS region,
      NULL AS sum_amount,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
  ) AS stacked
  GROUP BY
    1
), top_region_places AS (
  SELECT
    answer.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(answer.sum_amount, 0) DESC NULLS LAST, answer.region NULLS LAST
    ) AS place
  FROM answer
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
), orders_scan_2 /* sum_amount */ AS (
  SELECT
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), orders_prior_scan_2 /* prior_sum_amount */ AS (
  SELECT
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), answer_2 /* one row for each group */ AS (
  SELECT
    stacked.region_is_other,
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_scan_2.region_is_other AS region_is_other,
      orders_scan_2.region AS region,
      orders_scan_2.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM orders_scan_2
    UNION ALL
    SELECT
      orders_prior_scan_2.region_is_other AS region_is_other,
      orders_prior_scan_2.region AS region,
      NULL AS sum_amount,
      orders_prior_scan_2.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan_2
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  CASE WHEN answer_2.region_is_other = 1 THEN 'Other' ELSE answer_2.region END AS region,
  (
    COALESCE(answer_2.sum_amount, 0) - COALESCE(answer_2.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer_2.prior_sum_amount, 0)), 0) AS g,
  answer_2.region_is_other AS is_other
FROM answer_2
ORDER BY
  answer_2.region_is_other NULLS LAST,
  answer_2.region NULLS LAST;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      ORDER BY COALESCE(answer.sum_amount, 0) DESC NULLS LAST, answer.region NULLS LAST
--   +      ORDER BY COALESCE(answer.sum_amount, 0) DESC NULLS LAST, answer.region COLLATE "C" ASC
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer_2.prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer_2.prior_sum_amount, 0)), 0) AS g,
--   -  answer_2.region_is_other NULLS LAST,
--   -  answer_2.region NULLS LAST
--   +  answer_2.region_is_other ASC,
--   +  answer_2.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer_2.prior_sum_amount, 0)), 0) AS g,
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer_2.prior_sum_amount, 0)), 0) AS g,

-- groups that only a total shows, the best by what is not shown
--   total(revenue) as whole top 2 orders.region by revenue with others
WITH orders_total_scan /* total_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_sum_amount
  FROM orders
), orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    orders.region AS region
  FROM orders
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.total_sum_amount) AS total_sum_amount,
    MAX(stacked.sum_amount) AS sum_amount
  FROM (
    SELECT
      1 AS level,
      NULL AS region,
      orders_total_scan.total_sum_amount AS total_sum_amount,
      NULL AS sum_amount,
      1 AS is_shown
    FROM orders_total_scan
    UNION ALL
    SELECT
      0 AS level,
      orders_scan.region AS region,
      NULL AS total_sum_amount,
      orders_scan.sum_amount AS sum_amount,
      NULL AS is_shown
    FROM orders_scan
    UNION ALL
    SELECT
      0 AS level,
      orders_groups_scan.region AS region,
      NULL AS total_sum_amount,
      NULL AS sum_amount,
      1 AS is_shown
    FROM orders_groups_scan
  ) AS stacked
  GROUP BY
    1,
    2
  HAVING
    MAX(stacked.is_shown) = 1
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_sum_amount END) OVER () AS total_sum_amount,
    answer.sum_amount
  FROM answer
), top_region_places AS (
  SELECT
    with_totals.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST, with_totals.region NULLS LAST
    ) AS place
  FROM with_totals
  WHERE
    with_totals.level = 0
), top_region /* the best 2 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 2
), orders_total_scan_2 /* total_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_sum_amount
  FROM orders
), orders_groups_scan_2 /* which groups have rows */ AS (
  SELECT
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  GROUP BY
    1,
    2
), answer_2 /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region_is_other,
    stacked.region,
    MAX(stacked.total_sum_amount) AS total_sum_amount
  FROM (
    SELECT
      1 AS level,
      NULL AS region_is_other,
      NULL AS region,
      orders_total_scan_2.total_sum_amount AS total_sum_amount
    FROM orders_total_scan_2
    UNION ALL
    SELECT
      0 AS level,
      orders_groups_scan_2.region_is_other AS region_is_other,
      orders_groups_scan_2.region AS region,
      NULL AS total_sum_amount
    FROM orders_groups_scan_2
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), with_totals_2 /* totals beside the groups that they are of */ AS (
  SELECT
    answer_2.level,
    answer_2.region_is_other,
    answer_2.region,
    MAX(CASE WHEN answer_2.level = 1 THEN answer_2.total_sum_amount END) OVER () AS total_sum_amount
  FROM answer_2
)
SELECT
  CASE
    WHEN with_totals_2.region_is_other = 1
    THEN 'Other'
    ELSE with_totals_2.region
  END AS region,
  COALESCE(with_totals_2.total_sum_amount, 0) AS whole,
  with_totals_2.region_is_other AS is_other
FROM with_totals_2
WHERE
  with_totals_2.level = 0
ORDER BY
  with_totals_2.region_is_other NULLS LAST,
  with_totals_2.region NULLS LAST;
-- postgres:
--   -      NULL AS region,
--   +      CAST(NULL AS TEXT) AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL) AS is_shown
--   -      NULL AS total_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      ORDER BY COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST, with_totals.region NULLS LAST
--   +      ORDER BY COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST, with_totals.region COLLATE "C" ASC
--   -      NULL AS region_is_other,
--   -      NULL AS region,
--   +      CAST(NULL AS DECIMAL) AS region_is_other,
--   +      CAST(NULL AS TEXT) AS region,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -  with_totals_2.region_is_other NULLS LAST,
--   -  with_totals_2.region NULLS LAST
--   +  with_totals_2.region_is_other ASC,
--   +  with_totals_2.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS region,
--   +      CAST(NULL AS VARCHAR) AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_shown
--   -      NULL AS total_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS region_is_other,
--   -      NULL AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS region_is_other,
--   +      CAST(NULL AS VARCHAR) AS region,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount

-- groups that only a total shows, in the order of what is not shown
--   total(revenue) as whole by orders.region order by revenue desc
WITH orders_total_scan /* total_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_sum_amount
  FROM orders
), orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    orders.region AS region
  FROM orders
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.total_sum_amount) AS total_sum_amount,
    MAX(stacked.sum_amount) AS sum_amount
  FROM (
    SELECT
      1 AS level,
      NULL AS region,
      orders_total_scan.total_sum_amount AS total_sum_amount,
      NULL AS sum_amount,
      1 AS is_shown
    FROM orders_total_scan
    UNION ALL
    SELECT
      0 AS level,
      orders_scan.region AS region,
      NULL AS total_sum_amount,
      orders_scan.sum_amount AS sum_amount,
      NULL AS is_shown
    FROM orders_scan
    UNION ALL
    SELECT
      0 AS level,
      orders_groups_scan.region AS region,
      NULL AS total_sum_amount,
      NULL AS sum_amount,
      1 AS is_shown
    FROM orders_groups_scan
  ) AS stacked
  GROUP BY
    1,
    2
  HAVING
    MAX(stacked.is_shown) = 1
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_sum_amount END) OVER () AS total_sum_amount,
    answer.sum_amount
  FROM answer
)
SELECT
  with_totals.region AS region,
  COALESCE(with_totals.total_sum_amount, 0) AS whole
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  COALESCE(with_totals.sum_amount, 0) DESC NULLS LAST,
  with_totals.region NULLS LAST;
-- postgres:
--   -      NULL AS region,
--   +      CAST(NULL AS TEXT) AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL) AS is_shown
--   -      NULL AS total_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS region,
--   +      CAST(NULL AS VARCHAR) AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_shown
--   -      NULL AS total_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
