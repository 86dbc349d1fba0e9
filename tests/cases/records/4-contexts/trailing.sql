-- three months, by month, reaching back before the range
--   trailing(revenue, 3 months) as t by month for 2025-03 to 2025-06
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-03-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- distinct buyers of three months are counted anew
--   buyers, trailing(buyers, 3 months) as t by month for 2025-03 to 2025-06
WITH orders_scan /* buyers */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    COUNT(DISTINCT orders.customer) AS buyers
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan_2 /* trailing_buyers */ AS (
  SELECT
    months.month AS month,
    COUNT(DISTINCT orders.customer) AS trailing_buyers
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.buyers) AS buyers,
    MAX(stacked.trailing_buyers) AS trailing_buyers
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.buyers AS buyers,
      NULL AS trailing_buyers
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS buyers,
      orders_scan_2.trailing_buyers AS trailing_buyers
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS buyers,
      NULL AS trailing_buyers
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.buyers, 0) AS buyers,
  COALESCE(answer.trailing_buyers, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_buyers
--   +      CAST(NULL AS DECIMAL) AS trailing_buyers
--   -      NULL AS buyers,
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   -      NULL AS buyers,
--   -      NULL AS trailing_buyers
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   +      CAST(NULL AS DECIMAL) AS trailing_buyers
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-03-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-03-01' AS DATE), CAST('2025-06-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- an average, a maximum and a ratio over the window
--   trailing(mean, 3 months) as mean3, trailing(largest, 3 months) as largest3, trailing(per_buyer, 3 months) as per_buyer3 by month for 2025-03 to 2025-05
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* trailing_avg_amount, trailing_max_amount, trailing_sum_amount, trailing_count_customer */ AS (
  SELECT
    months.month AS month,
    AVG(CAST(orders.amount AS DOUBLE)) AS trailing_avg_amount,
    MAX(orders.amount) AS trailing_max_amount,
    SUM(orders.amount) AS trailing_sum_amount,
    COUNT(DISTINCT orders.customer) AS trailing_count_customer
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_avg_amount) AS trailing_avg_amount,
    MAX(stacked.trailing_max_amount) AS trailing_max_amount,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.trailing_count_customer) AS trailing_count_customer
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_avg_amount AS trailing_avg_amount,
      orders_scan.trailing_max_amount AS trailing_max_amount,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      orders_scan.trailing_count_customer AS trailing_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_avg_amount,
      NULL AS trailing_max_amount,
      NULL AS trailing_sum_amount,
      NULL AS trailing_count_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.trailing_avg_amount AS mean3,
  answer.trailing_max_amount AS largest3,
  COALESCE(answer.trailing_sum_amount, 0) / NULLIF(COALESCE(answer.trailing_count_customer, 0), 0) AS per_buyer3
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    AVG(CAST(orders.amount AS DOUBLE)) AS trailing_avg_amount,
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS trailing_avg_amount,
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS trailing_max_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS trailing_count_customer
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_max_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_count_customer
--   -  COALESCE(answer.trailing_sum_amount, 0) / NULLIF(COALESCE(answer.trailing_count_customer, 0), 0) AS per_buyer3
--   +  CAST(COALESCE(answer.trailing_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.trailing_count_customer, 0), 0) AS per_buyer3
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-03-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -  COALESCE(answer.trailing_sum_amount, 0) / NULLIF(COALESCE(answer.trailing_count_customer, 0), 0) AS per_buyer3
--   +  CAST(COALESCE(answer.trailing_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(answer.trailing_count_customer, 0), 0) AS per_buyer3
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- an empty window is 0 for a sum and null for an average
--   trailing(revenue, 2 months) as s, trailing(mean, 2 months) as m by month for 2025-07 to 2025-09
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-07-01' AS DATE), CAST('2025-09-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* trailing_sum_amount, trailing_avg_amount */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS trailing_sum_amount,
    AVG(CAST(orders.amount AS DOUBLE)) AS trailing_avg_amount
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.trailing_avg_amount) AS trailing_avg_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      orders_scan.trailing_avg_amount AS trailing_avg_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount,
      NULL AS trailing_avg_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_amount, 0) AS s,
  answer.trailing_avg_amount AS m
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-07-01' AS DATE), CAST('2025-09-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-07-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-09-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    AVG(CAST(orders.amount AS DOUBLE)) AS trailing_avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS trailing_avg_amount
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS trailing_avg_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-07-01' AS DATE), CAST('2025-09-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-07-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-07-01' AS DATE), CAST('2025-09-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- a month by day
--   trailing(revenue, 1 month) as t by day for 2025-02-09 to 2025-02-10
WITH days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-09' AS DATE), CAST('2025-02-10' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    days.day AS day,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  JOIN days
    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
    AND orders.ordered_on < days.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-09' AS DATE), CAST('2025-02-10' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-09' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-10' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-09' AS DATE), CAST('2025-02-10' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2025-02-09' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(DAY, CAST('2025-02-09' AS DATE), CAST('2025-02-10' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1 MONTH' AS DATE)
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- the window's first day is in, the day before it is out
--   trailing(revenue, 1 month) as t by day for 2025-02-19 to 2025-02-20
WITH days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-19' AS DATE), CAST('2025-02-20' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    days.day AS day,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  JOIN days
    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
    AND orders.ordered_on < days.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-19' AS DATE), CAST('2025-02-20' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-19' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-20' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-19' AS DATE), CAST('2025-02-20' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2025-02-19' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(DAY, CAST('2025-02-19' AS DATE), CAST('2025-02-20' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '1 MONTH' AS DATE)
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- seven days by day
--   trailing(revenue, 7 days) as t by day for 2025-04-10 to 2025-04-12
WITH days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-04-10' AS DATE), CAST('2025-04-12' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    days.day AS day,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  JOIN days
    ON orders.ordered_on >= CAST(days.ends - INTERVAL '7' DAY AS DATE)
    AND orders.ordered_on < days.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-10' AS DATE), CAST('2025-04-12' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-04-10' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-12' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '7' DAY AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '7 DAY' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-10' AS DATE), CAST('2025-04-12' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2025-04-10' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(DAY, CAST('2025-04-10' AS DATE), CAST('2025-04-12' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(days.ends - INTERVAL '7' DAY AS DATE)
--   +    ON orders.ordered_on >= CAST(days.ends - INTERVAL '7 DAY' AS DATE)
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- a month that ends on 30 March begins on 28 February, on 31 March it begins on 1 March
--   trailing(sum(days_of_month.n), 1 month) as t by day for 2025-03-28 to 2025-03-31
WITH days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-28' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), days_of_month_scan /* trailing_sum_n */ AS (
  SELECT
    days.day AS day,
    SUM(days_of_month.n) AS trailing_sum_n
  FROM month_ends AS days_of_month
  JOIN days
    ON days_of_month.on_day >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
    AND days_of_month.on_day < days.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.trailing_sum_n) AS trailing_sum_n
  FROM (
    SELECT
      days_of_month_scan.day AS day,
      days_of_month_scan.trailing_sum_n AS trailing_sum_n
    FROM days_of_month_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS trailing_sum_n
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.trailing_sum_n, 0) AS t
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-28' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-28' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-31' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON days_of_month.on_day >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_of_month.on_day >= CAST(days.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-28' AS DATE), CAST('2025-03-31' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2025-03-28' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(DAY, CAST('2025-03-28' AS DATE), CAST('2025-03-31' AS DATE))
--   +    ) AS numbers
--   -    ON days_of_month.on_day >= CAST(days.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON days_of_month.on_day >= CAST(days.ends - INTERVAL '1 MONTH' AS DATE)
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- a window by week
--   revenue, trailing(revenue, 1 month) as t by week for 2025-03-31 to 2025-05-04
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('week', orders.ordered_on) AS DATE) AS week,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-31' AS DATE)
    AND orders.ordered_on < CAST('2025-05-05' AS DATE)
  GROUP BY
    1
), weeks /* every week, from `starts` to before `ends` */ AS (
  SELECT
    series.week,
    series.week AS starts,
    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-31' AS DATE), CAST('2025-04-28' AS DATE), INTERVAL '1' WEEK)
      ) AS DATE) AS week
  ) AS series
), orders_scan_2 /* trailing_revenue */ AS (
  SELECT
    weeks.week AS week,
    SUM(orders.amount) AS trailing_revenue
  FROM orders
  JOIN weeks
    ON orders.ordered_on >= CAST(weeks.ends - INTERVAL '1' MONTH AS DATE)
    AND orders.ordered_on < weeks.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.trailing_revenue) AS trailing_revenue
  FROM (
    SELECT
      orders_scan.week AS week,
      orders_scan.revenue AS revenue,
      NULL AS trailing_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.week AS week,
      NULL AS revenue,
      orders_scan_2.trailing_revenue AS trailing_revenue
    FROM orders_scan_2
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS revenue,
      NULL AS trailing_revenue
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.trailing_revenue, 0) AS t
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('week', orders.ordered_on) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
--   +    CAST(series.week + INTERVAL '7 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-31' AS DATE), CAST('2025-04-28' AS DATE), INTERVAL '1' WEEK)
--   -      ) AS DATE) AS week
--   +      CAST(series.start AS DATE) AS week
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-28' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 WEEK'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(weeks.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(weeks.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('week', orders.ordered_on) AS DATE) AS week,
--   +    DATEADD(DAY, (
--   +      1 - DAYOFWEEKISO(orders.ordered_on)
--   +    ), orders.ordered_on) AS week,
--   -    CAST(series.week + INTERVAL '7' DAY AS DATE) AS ends
--   +    CAST(series.week + INTERVAL '7 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-31' AS DATE), CAST('2025-04-28' AS DATE), INTERVAL '1' WEEK)
--   -      ) AS DATE) AS week
--   +      CAST(CAST('2025-03-31' AS DATE) + numbers.n * INTERVAL '1 WEEK' AS DATE) AS week
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(WEEK, CAST('2025-03-31' AS DATE), CAST('2025-04-28' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(weeks.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(weeks.ends - INTERVAL '1 MONTH' AS DATE)
--   -  answer.week NULLS LAST
--   +  answer.week ASC

-- per group, each group in each month
--   trailing(revenue, 2 months) as t by month, orders.region for 2025-04 to 2025-05
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months.month AS month,
    orders.region AS region,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS trailing_sum_amount
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.month AS month,
  answer.region AS region,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-04-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region ASC

-- a group that is only in the window is in the answer
--   revenue, trailing(revenue, 3 months) as t by orders.region for 2025-03
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), orders_scan_2 /* trailing_revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS trailing_revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.trailing_revenue) AS trailing_revenue
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS trailing_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.region AS region,
      NULL AS revenue,
      orders_scan_2.trailing_revenue AS trailing_revenue
    FROM orders_scan_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.trailing_revenue, 0) AS t
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -  answer.region NULLS LAST
--   +  answer.region ASC

-- a filter holds in the window
--   trailing(revenue, 3 months) as t by month for 2025-03 to 2025-04 where orders.customer = 'ann'
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  WHERE
    orders.customer = 'ann'
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_amount, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-03-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- a window as long as the period is the period
--   revenue, trailing(revenue, 1 quarter) as t by quarter for 2025-01-01 to 2025-06-30
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', orders.ordered_on) AS DATE) AS quarter,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), quarters /* every quarter, from `starts` to before `ends` */ AS (
  SELECT
    series.quarter,
    series.quarter AS starts,
    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
      ) AS DATE) AS quarter
  ) AS series
), orders_scan_2 /* trailing_revenue */ AS (
  SELECT
    quarters.quarter AS quarter,
    SUM(orders.amount) AS trailing_revenue
  FROM orders
  JOIN quarters
    ON orders.ordered_on >= CAST(quarters.ends - INTERVAL '3' MONTH AS DATE)
    AND orders.ordered_on < quarters.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.trailing_revenue) AS trailing_revenue
  FROM (
    SELECT
      orders_scan.quarter AS quarter,
      orders_scan.revenue AS revenue,
      NULL AS trailing_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.quarter AS quarter,
      NULL AS revenue,
      orders_scan_2.trailing_revenue AS trailing_revenue
    FROM orders_scan_2
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS revenue,
      NULL AS trailing_revenue
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.trailing_revenue, 0) AS t
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('quarter', orders.ordered_on) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(series.start AS DATE) AS quarter
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(quarters.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(quarters.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    CAST(series.quarter + INTERVAL '3' MONTH AS DATE) AS ends
--   +    CAST(series.quarter + INTERVAL '3 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(CAST('2025-01-01' AS DATE) + (
--   +        numbers.n * 3
--   +      ) * INTERVAL '1 MONTH' AS DATE) AS quarter
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(QUARTER, CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(quarters.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(quarters.ends - INTERVAL '3 MONTH' AS DATE)
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC

-- the window before, by nesting
--   trailing(revenue, 3 months) as t, prior(trailing(revenue, 3 months), 3 months) as before by month for 2025-05 to 2025-07
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), orders_prior_scan /* prior_trailing_sum_amount */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS prior_trailing_sum_amount
  FROM orders
  JOIN months
    ON CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.prior_trailing_sum_amount) AS prior_trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS trailing_sum_amount,
      orders_prior_scan.prior_trailing_sum_amount AS prior_trailing_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_amount, 0) AS t,
  COALESCE(answer.prior_trailing_sum_amount, 0) AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-07-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) < months.ends
--   +    ON CAST(orders.ordered_on + INTERVAL '3 MONTH' AS DATE) >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '3 MONTH' AS DATE) < months.ends
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-05-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-05-01' AS DATE), CAST('2025-07-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) < months.ends
--   +    ON CAST(orders.ordered_on + INTERVAL '3 MONTH' AS DATE) >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '3 MONTH' AS DATE) < months.ends
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- the range cuts the period first, then the window ends where it ends
--   revenue, trailing(revenue, 1 month) as t by month for 2025-03-10 to 2025-04-15
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-10' AS DATE)
    AND orders.ordered_on < CAST('2025-04-16' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    CASE
      WHEN series.month IS NULL OR CAST('2025-03-10' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(series.month, CAST('2025-03-10' AS DATE))
    END AS starts,
    CASE
      WHEN CAST(series.month + INTERVAL '1' MONTH AS DATE) IS NULL
      OR CAST('2025-04-16' AS DATE) IS NULL
      THEN NULL
      ELSE LEAST(CAST(series.month + INTERVAL '1' MONTH AS DATE), CAST('2025-04-16' AS DATE))
    END AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan_2 /* trailing_revenue */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS trailing_revenue
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '1' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.trailing_revenue) AS trailing_revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      NULL AS trailing_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS revenue,
      orders_scan_2.trailing_revenue AS trailing_revenue
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS trailing_revenue
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.trailing_revenue, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CASE
--   -      WHEN series.month IS NULL OR CAST('2025-03-10' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.month, CAST('2025-03-10' AS DATE))
--   -    END AS starts,
--   -    CASE
--   -      WHEN CAST(series.month + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-04-16' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.month + INTERVAL '1' MONTH AS DATE), CAST('2025-04-16' AS DATE))
--   -    END AS ends
--   +    GREATEST(series.month, CAST('2025-03-10' AS DATE)) AS starts,
--   +    LEAST(CAST(series.month + INTERVAL '1 MONTH' AS DATE), CAST('2025-04-16' AS DATE)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '1 MONTH' AS DATE)
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS trailing_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS trailing_revenue
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CASE
--   -      WHEN series.month IS NULL OR CAST('2025-03-10' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(series.month, CAST('2025-03-10' AS DATE))
--   -    END AS starts,
--   -    CASE
--   -      WHEN CAST(series.month + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-04-16' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.month + INTERVAL '1' MONTH AS DATE), CAST('2025-04-16' AS DATE))
--   -    END AS ends
--   +    GREATEST(series.month, CAST('2025-03-10' AS DATE)) AS starts,
--   +    LEAST(CAST(series.month + INTERVAL '1 MONTH' AS DATE), CAST('2025-04-16' AS DATE)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-03-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '1' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '1 MONTH' AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- year to date by month
--   revenue, to_date(revenue, year) as ytd by month for 2025-02 to 2025-05
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan_2 /* year_to_date_revenue */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS year_to_date_revenue
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.year_to_date_revenue) AS year_to_date_revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      NULL AS year_to_date_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_scan_2.month AS month,
      NULL AS revenue,
      orders_scan_2.year_to_date_revenue AS year_to_date_revenue
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS year_to_date_revenue
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.year_to_date_revenue, 0) AS ytd
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS year_to_date_revenue
--   +      CAST(NULL AS DECIMAL) AS year_to_date_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS year_to_date_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS year_to_date_revenue
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-02-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-02-01' AS DATE), CAST('2025-05-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('year', CAST(months.ends - INTERVAL '1 DAY' AS DATE)) AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- quarter to date by month, distinct
--   to_date(buyers, quarter) as qtd by month for 2025-01 to 2025-05
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* quarter_to_date_count_customer */ AS (
  SELECT
    months.month AS month,
    COUNT(DISTINCT orders.customer) AS quarter_to_date_count_customer
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.quarter_to_date_count_customer) AS quarter_to_date_count_customer
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.quarter_to_date_count_customer AS quarter_to_date_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS quarter_to_date_count_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.quarter_to_date_count_customer, 0) AS qtd
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('quarter', CAST(CAST(months.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS quarter_to_date_count_customer
--   +      CAST(NULL AS DECIMAL) AS quarter_to_date_count_customer
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-01-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-01-01' AS DATE), CAST('2025-05-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('quarter', CAST(months.ends - INTERVAL '1 DAY' AS DATE)) AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- month to date by day
--   to_date(revenue, month) as mtd by day for 2025-04-29 to 2025-05-01
WITH days /* every day, from `starts` to before `ends` */ AS (
  SELECT
    series.day,
    series.day AS starts,
    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS day
  ) AS series
), orders_scan /* month_to_date_sum_amount */ AS (
  SELECT
    days.day AS day,
    SUM(orders.amount) AS month_to_date_sum_amount
  FROM orders
  JOIN days
    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(days.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND orders.ordered_on < days.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.month_to_date_sum_amount) AS month_to_date_sum_amount
  FROM (
    SELECT
      orders_scan.day AS day,
      orders_scan.month_to_date_sum_amount AS month_to_date_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS month_to_date_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  COALESCE(answer.month_to_date_sum_amount, 0) AS mtd
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(series.start AS DATE) AS day
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-04-29' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(days.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(CAST(days.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS month_to_date_sum_amount
--   +      CAST(NULL AS DECIMAL) AS month_to_date_sum_amount
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    CAST(series.day + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(series.day + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS day
--   +      CAST(CAST('2025-04-29' AS DATE) + numbers.n * INTERVAL '1 DAY' AS DATE) AS day
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(DAY, CAST('2025-04-29' AS DATE), CAST('2025-05-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(days.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(days.ends - INTERVAL '1 DAY' AS DATE)) AS DATE)
--   -  answer.day NULLS LAST
--   +  answer.day ASC

-- to date by a longer grain: from the start of the month that holds the period's last day
--   to_date(revenue, month) as m by quarter for 2025-01-01 to 2025-05-31
WITH quarters /* every quarter, from `starts` to before `ends` */ AS (
  SELECT
    series.quarter,
    series.quarter AS starts,
    CASE
      WHEN CAST(series.quarter + INTERVAL '3' MONTH AS DATE) IS NULL
      OR CAST('2025-06-01' AS DATE) IS NULL
      THEN NULL
      ELSE LEAST(CAST(series.quarter + INTERVAL '3' MONTH AS DATE), CAST('2025-06-01' AS DATE))
    END AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
      ) AS DATE) AS quarter
  ) AS series
), orders_scan /* month_to_date_sum_amount */ AS (
  SELECT
    quarters.quarter AS quarter,
    SUM(orders.amount) AS month_to_date_sum_amount
  FROM orders
  JOIN quarters
    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(quarters.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
    AND orders.ordered_on < quarters.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.month_to_date_sum_amount) AS month_to_date_sum_amount
  FROM (
    SELECT
      orders_scan.quarter AS quarter,
      orders_scan.month_to_date_sum_amount AS month_to_date_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS month_to_date_sum_amount
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.month_to_date_sum_amount, 0) AS m
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CASE
--   -      WHEN CAST(series.quarter + INTERVAL '3' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-06-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.quarter + INTERVAL '3' MONTH AS DATE), CAST('2025-06-01' AS DATE))
--   -    END AS ends
--   +    LEAST(CAST(series.quarter + INTERVAL '3 MONTH' AS DATE), CAST('2025-06-01' AS DATE)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(series.start AS DATE) AS quarter
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '3 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(quarters.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(CAST(quarters.ends - INTERVAL '1 DAY' AS DATE) AS TIMESTAMP)) AS DATE)
--   -      NULL AS month_to_date_sum_amount
--   +      CAST(NULL AS DECIMAL) AS month_to_date_sum_amount
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    CASE
--   -      WHEN CAST(series.quarter + INTERVAL '3' MONTH AS DATE) IS NULL
--   -      OR CAST('2025-06-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE LEAST(CAST(series.quarter + INTERVAL '3' MONTH AS DATE), CAST('2025-06-01' AS DATE))
--   -    END AS ends
--   +    LEAST(CAST(series.quarter + INTERVAL '3 MONTH' AS DATE), CAST('2025-06-01' AS DATE)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -      ) AS DATE) AS quarter
--   +      CAST(CAST('2025-01-01' AS DATE) + (
--   +        numbers.n * 3
--   +      ) * INTERVAL '1 MONTH' AS DATE) AS quarter
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(QUARTER, CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(quarters.ends - INTERVAL '1' DAY AS DATE)) AS DATE)
--   +    ON orders.ordered_on >= CAST(DATE_TRUNC('month', CAST(quarters.ends - INTERVAL '1 DAY' AS DATE)) AS DATE)
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC

-- running from the very first row
--   running(revenue) as r, running(buyers) as b by month for 2025-02 to 2025-06
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* running_sum_amount, running_count_customer */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS running_sum_amount,
    COUNT(DISTINCT orders.customer) AS running_count_customer
  FROM orders
  JOIN months
    ON orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.running_sum_amount) AS running_sum_amount,
    MAX(stacked.running_count_customer) AS running_count_customer
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.running_sum_amount AS running_sum_amount,
      orders_scan.running_count_customer AS running_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS running_sum_amount,
      NULL AS running_count_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.running_sum_amount, 0) AS r,
  COALESCE(answer.running_count_customer, 0) AS b
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS running_sum_amount,
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS running_count_customer
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-02-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-02-01' AS DATE), CAST('2025-06-01' AS DATE))
--   +    ) AS numbers
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- a running maximum and a running ratio
--   running(largest) as m, running(per_buyer) as p by month
WITH extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE)) AS first_period,
      MAX(CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE)) AS last_period
    FROM orders
  ) AS extents
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
), orders_scan /* running_max_amount, running_sum_amount, running_count_customer */ AS (
  SELECT
    months.month AS month,
    MAX(orders.amount) AS running_max_amount,
    SUM(orders.amount) AS running_sum_amount,
    COUNT(DISTINCT orders.customer) AS running_count_customer
  FROM orders
  JOIN months
    ON orders.ordered_on < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.running_max_amount) AS running_max_amount,
    MAX(stacked.running_sum_amount) AS running_sum_amount,
    MAX(stacked.running_count_customer) AS running_count_customer
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.running_max_amount AS running_max_amount,
      orders_scan.running_sum_amount AS running_sum_amount,
      orders_scan.running_count_customer AS running_count_customer
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS running_max_amount,
      NULL AS running_sum_amount,
      NULL AS running_count_customer
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.running_max_amount AS m,
  COALESCE(answer.running_sum_amount, 0) / NULLIF(COALESCE(answer.running_count_customer, 0), 0) AS p
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -      MIN(CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE)) AS first_period,
--   -      MAX(CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE)) AS last_period
--   +      MIN(CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE)) AS first_period,
--   +      MAX(CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE)) AS last_period
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
--   -      NULL AS running_max_amount,
--   -      NULL AS running_sum_amount,
--   -      NULL AS running_count_customer
--   +      CAST(NULL AS DECIMAL) AS running_max_amount,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS running_count_customer
--   -  COALESCE(answer.running_sum_amount, 0) / NULLIF(COALESCE(answer.running_count_customer, 0), 0) AS p
--   +  CAST(COALESCE(answer.running_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.running_count_customer, 0), 0) AS p
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(
--   +          MONTH,
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -  COALESCE(answer.running_sum_amount, 0) / NULLIF(COALESCE(answer.running_count_customer, 0), 0) AS p
--   +  CAST(COALESCE(answer.running_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(answer.running_count_customer, 0), 0) AS p
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- running by group
--   running(revenue) as r by month, orders.region for 2025-03 to 2025-05
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* running_sum_amount */ AS (
  SELECT
    months.month AS month,
    orders.region AS region,
    SUM(orders.amount) AS running_sum_amount
  FROM orders
  JOIN months
    ON orders.ordered_on < months.ends
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.running_sum_amount) AS running_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.running_sum_amount AS running_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS running_sum_amount
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.month AS month,
  answer.region AS region,
  COALESCE(answer.running_sum_amount, 0) AS r
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS running_sum_amount
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-03-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-03-01' AS DATE), CAST('2025-05-01' AS DATE))
--   +    ) AS numbers
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region ASC

-- running over a range without a grain
--   running(revenue) as r for 2025-04
SELECT
  COALESCE(SUM(orders.amount), 0) AS r
FROM orders
WHERE
  orders.ordered_on < CAST('2025-05-01' AS DATE);

-- the null period sees no rows through a window
--   sum(days_of_month.n) as n, running(sum(days_of_month.n)) as r, trailing(sum(days_of_month.n), 2 months) as t by month
WITH days_of_month_scan /* sum_n */ AS (
  SELECT
    CAST(DATE_TRUNC('month', days_of_month.on_day) AS DATE) AS month,
    SUM(days_of_month.n) AS sum_n
  FROM month_ends AS days_of_month
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(CAST(DATE_TRUNC('month', days_of_month.on_day) AS DATE)) AS first_period,
      MAX(CAST(DATE_TRUNC('month', days_of_month.on_day) AS DATE)) AS last_period
    FROM month_ends AS days_of_month
  ) AS extents
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
), days_of_month_scan_2 /* running_sum_n */ AS (
  SELECT
    months.month AS month,
    SUM(days_of_month.n) AS running_sum_n
  FROM month_ends AS days_of_month
  JOIN months
    ON days_of_month.on_day < months.ends
  GROUP BY
    1
), days_of_month_scan_3 /* trailing_sum_n */ AS (
  SELECT
    months.month AS month,
    SUM(days_of_month.n) AS trailing_sum_n
  FROM month_ends AS days_of_month
  JOIN months
    ON days_of_month.on_day >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND days_of_month.on_day < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_n) AS sum_n,
    MAX(stacked.running_sum_n) AS running_sum_n,
    MAX(stacked.trailing_sum_n) AS trailing_sum_n
  FROM (
    SELECT
      days_of_month_scan.month AS month,
      days_of_month_scan.sum_n AS sum_n,
      NULL AS running_sum_n,
      NULL AS trailing_sum_n
    FROM days_of_month_scan
    UNION ALL
    SELECT
      days_of_month_scan_2.month AS month,
      NULL AS sum_n,
      days_of_month_scan_2.running_sum_n AS running_sum_n,
      NULL AS trailing_sum_n
    FROM days_of_month_scan_2
    UNION ALL
    SELECT
      days_of_month_scan_3.month AS month,
      NULL AS sum_n,
      NULL AS running_sum_n,
      days_of_month_scan_3.trailing_sum_n AS trailing_sum_n
    FROM days_of_month_scan_3
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_n,
      NULL AS running_sum_n,
      NULL AS trailing_sum_n
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_n, 0) AS n,
  COALESCE(answer.running_sum_n, 0) AS r,
  COALESCE(answer.trailing_sum_n, 0) AS t
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', days_of_month.on_day) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(days_of_month.on_day AS TIMESTAMP)) AS DATE) AS month,
--   -      MIN(CAST(DATE_TRUNC('month', days_of_month.on_day) AS DATE)) AS first_period,
--   -      MAX(CAST(DATE_TRUNC('month', days_of_month.on_day) AS DATE)) AS last_period
--   +      MIN(CAST(DATE_TRUNC('month', CAST(days_of_month.on_day AS TIMESTAMP)) AS DATE)) AS first_period,
--   +      MAX(CAST(DATE_TRUNC('month', CAST(days_of_month.on_day AS TIMESTAMP)) AS DATE)) AS last_period
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
--   -    ON days_of_month.on_day >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON days_of_month.on_day >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -      NULL AS running_sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS running_sum_n,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -      NULL AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -      NULL AS sum_n,
--   -      NULL AS running_sum_n,
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS running_sum_n,
--   -      NULL AS sum_n,
--   -      NULL AS running_sum_n,
--   -      NULL AS trailing_sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n,
--   +      CAST(NULL AS DECIMAL) AS running_sum_n,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_n
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(
--   +          MONTH,
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -    ON days_of_month.on_day >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON days_of_month.on_day >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- growth of a trailing value
--   growth(trailing(revenue, 3 months), 1 month) as g by month for 2025-04 to 2025-05
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), orders_prior_scan /* prior_trailing_sum_amount */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS prior_trailing_sum_amount
  FROM orders
  JOIN months
    ON CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.prior_trailing_sum_amount) AS prior_trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS trailing_sum_amount,
      orders_prior_scan.prior_trailing_sum_amount AS prior_trailing_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.trailing_sum_amount, 0) - COALESCE(answer.prior_trailing_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < months.ends
--   +    ON CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < months.ends
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-04-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-04-01' AS DATE), CAST('2025-05-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < months.ends
--   +    ON CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < months.ends
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC

-- trailing of a growth reads the inner step in the window
--   trailing(growth(revenue, 3 months), 3 months) as g by month for 2025-03 to 2025-04
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  JOIN months
    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND orders.ordered_on < months.ends
  GROUP BY
    1
), orders_prior_scan /* prior_trailing_sum_amount */ AS (
  SELECT
    months.month AS month,
    SUM(orders.amount) AS prior_trailing_sum_amount
  FROM orders
  JOIN months
    ON CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) < months.ends
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_amount) AS trailing_sum_amount,
    MAX(stacked.prior_trailing_sum_amount) AS prior_trailing_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.trailing_sum_amount AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS trailing_sum_amount,
      orders_prior_scan.prior_trailing_sum_amount AS prior_trailing_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_amount,
      NULL AS prior_trailing_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.trailing_sum_amount, 0) - COALESCE(answer.prior_trailing_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) < months.ends
--   +    ON CAST(orders.ordered_on + INTERVAL '3 MONTH' AS DATE) >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '3 MONTH' AS DATE) < months.ends
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -      NULL AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   -      NULL AS trailing_sum_amount,
--   -      NULL AS prior_trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_trailing_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(CAST('2025-03-01' AS DATE) + numbers.n * INTERVAL '1 MONTH' AS DATE) AS month
--   +    FROM (
--   +      SELECT
--   +        n
--   +      FROM (
--   +        SELECT
--   +          d0.d * 1 + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 AS n
--   +        FROM (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d0
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d1
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d2
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d3
--   +        CROSS JOIN (
--   +          SELECT
--   +            0 AS d
--   +          UNION ALL
--   +          SELECT
--   +            1 AS d
--   +          UNION ALL
--   +          SELECT
--   +            2 AS d
--   +          UNION ALL
--   +          SELECT
--   +            3 AS d
--   +          UNION ALL
--   +          SELECT
--   +            4 AS d
--   +          UNION ALL
--   +          SELECT
--   +            5 AS d
--   +          UNION ALL
--   +          SELECT
--   +            6 AS d
--   +          UNION ALL
--   +          SELECT
--   +            7 AS d
--   +          UNION ALL
--   +          SELECT
--   +            8 AS d
--   +          UNION ALL
--   +          SELECT
--   +            9 AS d
--   +        ) AS d4
--   +      ) AS digits
--   +      WHERE
--   +        n <= DATEDIFF(MONTH, CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE))
--   +    ) AS numbers
--   -    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON orders.ordered_on >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -    ON CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '3' MONTH AS DATE) < months.ends
--   +    ON CAST(orders.ordered_on + INTERVAL '3 MONTH' AS DATE) >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '3 MONTH' AS DATE) < months.ends
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_trailing_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
