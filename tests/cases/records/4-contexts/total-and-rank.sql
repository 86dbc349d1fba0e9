-- a share of the whole, by group
--   revenue, total(revenue) as t, revenue / total(revenue) as share by orders.region for 2025-01
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), orders_total_scan /* total_revenue */ AS (
  SELECT
    SUM(orders.amount) AS total_revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.total_revenue) AS total_revenue
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS total_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS revenue,
      orders_total_scan.total_revenue AS total_revenue
    FROM orders_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.revenue,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_revenue END) OVER () AS total_revenue
  FROM answer
)
SELECT
  with_totals.region AS region,
  COALESCE(with_totals.revenue, 0) AS revenue,
  COALESCE(with_totals.total_revenue, 0) AS t,
  COALESCE(with_totals.revenue, 0) / NULLIF(COALESCE(with_totals.total_revenue, 0), 0) AS share
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.region NULLS LAST;
-- postgres:
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL) AS total_revenue
--   -      NULL AS region,
--   -      NULL AS revenue,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  COALESCE(with_totals.revenue, 0) / NULLIF(COALESCE(with_totals.total_revenue, 0), 0) AS share
--   +  CAST(COALESCE(with_totals.revenue, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals.total_revenue, 0), 0) AS share
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue
--   -      NULL AS region,
--   -      NULL AS revenue,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -  COALESCE(with_totals.revenue, 0) / NULLIF(COALESCE(with_totals.total_revenue, 0), 0) AS share
--   +  CAST(COALESCE(with_totals.revenue, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals.total_revenue, 0), 0) AS share

-- time is kept
--   revenue, total(revenue) as t by month, orders.region where orders.region in ('north', 'south')
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.region IN ('north', 'south')
  GROUP BY
    1,
    2
), orders_total_scan /* total_revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS total_revenue
  FROM orders
  WHERE
    orders.region IN ('north', 'south')
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_total_scan.month) AS first_period,
      MAX(orders_total_scan.month) AS last_period
    FROM orders_total_scan
  ) AS extents
), months /* every month */ AS (
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
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.month,
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.total_revenue) AS total_revenue
  FROM (
    SELECT
      0 AS level,
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS total_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      orders_total_scan.month AS month,
      NULL AS region,
      NULL AS revenue,
      orders_total_scan.total_revenue AS total_revenue
    FROM orders_total_scan
    UNION ALL
    SELECT
      0 AS level,
      months.month AS month,
      groups.region AS region,
      NULL AS revenue,
      NULL AS total_revenue
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.month,
    answer.region,
    answer.revenue,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_revenue END) OVER (PARTITION BY answer.month) AS total_revenue
  FROM answer
)
SELECT
  with_totals.month AS month,
  with_totals.region AS region,
  COALESCE(with_totals.revenue, 0) AS revenue,
  COALESCE(with_totals.total_revenue, 0) AS t
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.month NULLS LAST,
  with_totals.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   -        (
--   -          SELECT
--   -            first_period
--   -          FROM extent
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '1' MONTH
--   -      )
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST((
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    CAST((
--   +      SELECT
--   +        last_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL) AS total_revenue
--   -      NULL AS region,
--   -      NULL AS revenue,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS total_revenue
--   -  with_totals.month NULLS LAST,
--   -  with_totals.region NULLS LAST
--   +  with_totals.month ASC,
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -WITH orders_scan /* revenue */ AS (
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
--   +), orders_scan /* revenue */ AS (
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   +    DATEADD(MONTH, numbers.n, (
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    )) AS month
--   +  FROM (
--   +    SELECT
--   +      d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +    FROM ten_digits AS d0
--   +    CROSS JOIN ten_digits AS d1
--   +    CROSS JOIN ten_digits AS d2
--   +    CROSS JOIN ten_digits AS d3
--   +    CROSS JOIN ten_digits AS d4
--   +    CROSS JOIN ten_digits AS d5
--   +    CROSS JOIN ten_digits AS d6
--   +    WHERE
--   +      (
--   +          (
--   +            (
--   +              (
--   +                d1.d * 10 <= CAST(DATE_PART(YEAR, (
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
--   +                AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
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
--   +              AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
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
--   +            AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
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
--   +          AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
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
--   +        AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   +        )
--   +      )
--   +      AND (
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +      ) <= CAST(DATE_PART(YEAR, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, (
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '1' MONTH
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS BIGINT)
--   -    ) AS DATE) AS month
--   +  ) AS numbers
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue
--   -      NULL AS region,
--   -      NULL AS revenue,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue

-- the total of a distinct count is no sum, that of a mean no mean of means
--   buyers, total(buyers) as t, mean, total(mean) as tm by orders.region for 2025-01
WITH orders_scan /* buyers, mean */ AS (
  SELECT
    orders.region AS region,
    COUNT(DISTINCT orders.customer) AS buyers,
    AVG(orders.amount) AS mean
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), orders_total_scan /* total_buyers, total_mean */ AS (
  SELECT
    COUNT(DISTINCT orders.customer) AS total_buyers,
    AVG(orders.amount) AS total_mean
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.buyers) AS buyers,
    MAX(stacked.total_buyers) AS total_buyers,
    MAX(stacked.mean) AS mean,
    MAX(stacked.total_mean) AS total_mean
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.buyers AS buyers,
      NULL AS total_buyers,
      orders_scan.mean AS mean,
      NULL AS total_mean
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS buyers,
      orders_total_scan.total_buyers AS total_buyers,
      NULL AS mean,
      orders_total_scan.total_mean AS total_mean
    FROM orders_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.buyers,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_buyers END) OVER () AS total_buyers,
    answer.mean,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_mean END) OVER () AS total_mean
  FROM answer
)
SELECT
  with_totals.region AS region,
  COALESCE(with_totals.buyers, 0) AS buyers,
  COALESCE(with_totals.total_buyers, 0) AS t,
  with_totals.mean AS mean,
  with_totals.total_mean AS tm
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.region NULLS LAST;
-- postgres:
--   -    AVG(orders.amount) AS mean
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean
--   -    AVG(orders.amount) AS total_mean
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS total_mean
--   -      NULL AS total_buyers,
--   +      CAST(NULL AS DECIMAL) AS total_buyers,
--   -      NULL AS total_mean
--   +      CAST(NULL AS DECIMAL) AS total_mean
--   -      NULL AS region,
--   -      NULL AS buyers,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS buyers,
--   -      NULL AS mean,
--   +      CAST(NULL AS DECIMAL) AS mean,
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS mean
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS mean
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    AVG(orders.amount) AS total_mean
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS total_mean
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -      NULL AS total_buyers,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_buyers,
--   -      NULL AS total_mean
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_mean
--   -      NULL AS region,
--   -      NULL AS buyers,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers,
--   -      NULL AS mean,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS mean,

-- only the listed groups are kept
--   revenue, total(revenue by orders.region) as of_region, total(revenue by orders.channel) as of_channel by orders.region, orders.channel for 2025-01
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    orders.channel AS channel,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1,
    2
), orders_total_scan /* total_revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS total_revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), orders_total_scan_2 /* total_revenue_2 */ AS (
  SELECT
    orders.channel AS channel,
    SUM(orders.amount) AS total_revenue_2
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    stacked.channel,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.total_revenue) AS total_revenue,
    MAX(stacked.total_revenue_2) AS total_revenue_2
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.channel AS channel,
      orders_scan.revenue AS revenue,
      NULL AS total_revenue,
      NULL AS total_revenue_2
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      orders_total_scan.region AS region,
      NULL AS channel,
      NULL AS revenue,
      orders_total_scan.total_revenue AS total_revenue,
      NULL AS total_revenue_2
    FROM orders_total_scan
    UNION ALL
    SELECT
      2 AS level,
      NULL AS region,
      orders_total_scan_2.channel AS channel,
      NULL AS revenue,
      NULL AS total_revenue,
      orders_total_scan_2.total_revenue_2 AS total_revenue_2
    FROM orders_total_scan_2
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.channel,
    answer.revenue,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_revenue END) OVER (PARTITION BY answer.region) AS total_revenue,
    MAX(CASE WHEN answer.level = 2 THEN answer.total_revenue_2 END) OVER (PARTITION BY answer.channel) AS total_revenue_2
  FROM answer
)
SELECT
  with_totals.region AS region,
  with_totals.channel AS channel,
  COALESCE(with_totals.revenue, 0) AS revenue,
  COALESCE(with_totals.total_revenue, 0) AS of_region,
  COALESCE(with_totals.total_revenue_2, 0) AS of_channel
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.region NULLS LAST,
  with_totals.channel NULLS LAST;
-- postgres:
--   -      NULL AS total_revenue,
--   -      NULL AS total_revenue_2
--   +      CAST(NULL AS DECIMAL) AS total_revenue,
--   +      CAST(NULL AS DECIMAL) AS total_revenue_2
--   -      NULL AS channel,
--   -      NULL AS revenue,
--   +      CAST(NULL AS TEXT) AS channel,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS total_revenue_2
--   +      CAST(NULL AS DECIMAL) AS total_revenue_2
--   -      NULL AS region,
--   +      CAST(NULL AS TEXT) AS region,
--   -      NULL AS revenue,
--   -      NULL AS total_revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS total_revenue,
--   -  with_totals.region NULLS LAST,
--   -  with_totals.channel NULLS LAST
--   +  with_totals.region COLLATE "C" ASC,
--   +  with_totals.channel COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -      NULL AS total_revenue,
--   -      NULL AS total_revenue_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue_2
--   -      NULL AS channel,
--   -      NULL AS revenue,
--   +      CAST(NULL AS VARCHAR) AS channel,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS total_revenue_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue_2
--   -      NULL AS region,
--   +      CAST(NULL AS VARCHAR) AS region,
--   -      NULL AS revenue,
--   -      NULL AS total_revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue,

-- a group that is listed but not asked keeps nothing
--   revenue, total(revenue by orders.channel) as t by orders.region for 2025-01
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), orders_total_scan /* total_revenue */ AS (
  SELECT
    SUM(orders.amount) AS total_revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.total_revenue) AS total_revenue
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS total_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS revenue,
      orders_total_scan.total_revenue AS total_revenue
    FROM orders_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.revenue,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_revenue END) OVER () AS total_revenue
  FROM answer
)
SELECT
  with_totals.region AS region,
  COALESCE(with_totals.revenue, 0) AS revenue,
  COALESCE(with_totals.total_revenue, 0) AS t
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.region NULLS LAST;
-- postgres:
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL) AS total_revenue
--   -      NULL AS region,
--   -      NULL AS revenue,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue
--   -      NULL AS region,
--   -      NULL AS revenue,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- a total without the question's filters
--   revenue, total(revenue) as t, total(revenue ignoring filters) as everything for 2025-01 where orders.region = 'north'
WITH orders_scan /* revenue */ AS (
  SELECT
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
    AND orders.region = 'north'
), orders_total_scan /* total_revenue */ AS (
  SELECT
    SUM(orders.amount) AS total_revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.total_revenue) AS total_revenue
  FROM (
    SELECT
      orders_scan.revenue AS revenue,
      NULL AS total_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      NULL AS revenue,
      orders_total_scan.total_revenue AS total_revenue
    FROM orders_total_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.revenue, 0) AS t,
  COALESCE(answer.total_revenue, 0) AS everything
FROM answer;
-- postgres:
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL) AS total_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- and by group
--   revenue, total(revenue ignoring filters) as everything by orders.channel for 2025-01 where orders.region = 'north'
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.channel AS channel,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
    AND orders.region = 'north'
  GROUP BY
    1
), orders_total_scan /* total_revenue */ AS (
  SELECT
    SUM(orders.amount) AS total_revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.channel,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.total_revenue) AS total_revenue
  FROM (
    SELECT
      0 AS level,
      orders_scan.channel AS channel,
      orders_scan.revenue AS revenue,
      NULL AS total_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS channel,
      NULL AS revenue,
      orders_total_scan.total_revenue AS total_revenue
    FROM orders_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.channel,
    answer.revenue,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_revenue END) OVER () AS total_revenue
  FROM answer
)
SELECT
  with_totals.channel AS channel,
  COALESCE(with_totals.revenue, 0) AS revenue,
  COALESCE(with_totals.total_revenue, 0) AS everything
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.channel NULLS LAST;
-- postgres:
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL) AS total_revenue
--   -      NULL AS channel,
--   -      NULL AS revenue,
--   +      CAST(NULL AS TEXT) AS channel,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  with_totals.channel NULLS LAST
--   +  with_totals.channel COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue
--   -      NULL AS channel,
--   -      NULL AS revenue,
--   +      CAST(NULL AS VARCHAR) AS channel,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- a metric without the asked group, as a total
--   revenue / total(visits) as per_visit by orders.region for 2025-01
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), visits_total_scan /* total_count_visits */ AS (
  SELECT
    COUNT(*) AS total_count_visits
  FROM visits
  WHERE
    visits.came_on >= CAST('2025-01-01' AS DATE)
    AND visits.came_on < CAST('2025-02-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.total_count_visits) AS total_count_visits
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.sum_amount AS sum_amount,
      NULL AS total_count_visits
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS sum_amount,
      visits_total_scan.total_count_visits AS total_count_visits
    FROM visits_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.sum_amount,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_count_visits END) OVER () AS total_count_visits
  FROM answer
)
SELECT
  with_totals.region AS region,
  COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_count_visits, 0), 0) AS per_visit
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.region NULLS LAST;
-- postgres:
--   -      NULL AS total_count_visits
--   +      CAST(NULL AS DECIMAL) AS total_count_visits
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -  COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_count_visits, 0), 0) AS per_visit
--   +  CAST(COALESCE(with_totals.sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals.total_count_visits, 0), 0) AS per_visit
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    visits.came_on >= CAST('2025-01-01' AS DATE)
--   -    AND visits.came_on < CAST('2025-02-01' AS DATE)
--   +    visits.came_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND visits.came_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -      NULL AS total_count_visits
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_count_visits
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -  COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_count_visits, 0), 0) AS per_visit
--   +  CAST(COALESCE(with_totals.sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals.total_count_visits, 0), 0) AS per_visit

-- rank, equal values share it and the next counts them
--   revenue, rank(revenue) as r by orders.region for 2025-01
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.revenue,
    CASE
      WHEN NOT COALESCE(orders_scan.revenue, 0) IS NULL
      THEN RANK() OVER (ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST)
    END AS rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue,
  ranked.rank AS r
FROM ranked
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- in each period
--   revenue, rank(revenue) as r by month, orders.region where orders.region in ('north', 'south', 'west')
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.region IN ('north', 'south', 'west')
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_scan.month) AS first_period,
      MAX(orders_scan.month) AS last_period
    FROM orders_scan
  ) AS extents
), months /* every month */ AS (
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
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.revenue) AS revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.region AS region,
      orders_scan.revenue AS revenue
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS revenue
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    answer.month,
    answer.region,
    answer.revenue,
    CASE
      WHEN NOT COALESCE(answer.revenue, 0) IS NULL
      THEN RANK() OVER (PARTITION BY answer.month ORDER BY COALESCE(answer.revenue, 0) DESC NULLS LAST)
    END AS rank
  FROM answer
)
SELECT
  ranked.month AS month,
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue,
  ranked.rank AS r
FROM ranked
ORDER BY
  ranked.month NULLS LAST,
  ranked.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   -        (
--   -          SELECT
--   -            first_period
--   -          FROM extent
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '1' MONTH
--   -      )
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST((
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    CAST((
--   +      SELECT
--   +        last_period
--   +      FROM extent
--   +    ) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL) AS revenue
--   -  ranked.month NULLS LAST,
--   -  ranked.region NULLS LAST
--   +  ranked.month ASC,
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -WITH orders_scan /* revenue */ AS (
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
--   +), orders_scan /* revenue */ AS (
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(
--   +    DATEADD(MONTH, numbers.n, (
--   +      SELECT
--   +        first_period
--   +      FROM extent
--   +    )) AS month
--   +  FROM (
--   +    SELECT
--   +      d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000 AS n
--   +    FROM ten_digits AS d0
--   +    CROSS JOIN ten_digits AS d1
--   +    CROSS JOIN ten_digits AS d2
--   +    CROSS JOIN ten_digits AS d3
--   +    CROSS JOIN ten_digits AS d4
--   +    CROSS JOIN ten_digits AS d5
--   +    CROSS JOIN ten_digits AS d6
--   +    WHERE
--   +      (
--   +          (
--   +            (
--   +              (
--   +                d1.d * 10 <= CAST(DATE_PART(YEAR, (
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
--   +                AND d2.d * 100 <= CAST(DATE_PART(YEAR, (
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
--   +              AND d3.d * 1000 <= CAST(DATE_PART(YEAR, (
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
--   +            AND d4.d * 10000 <= CAST(DATE_PART(YEAR, (
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
--   +          AND d5.d * 100000 <= CAST(DATE_PART(YEAR, (
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
--   +        AND d6.d * 1000000 <= CAST(DATE_PART(YEAR, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            last_period
--   +          FROM extent
--   +        )) AS BIGINT) - (
--   +          CAST(DATE_PART(YEAR, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   +        )
--   +      )
--   +      AND (
--   +        d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +      ) <= CAST(DATE_PART(YEAR, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +        SELECT
--   +          last_period
--   +        FROM extent
--   +      )) AS BIGINT) - (
--   +        CAST(DATE_PART(YEAR, (
--   -        ),
--   -        (
--   -          SELECT
--   -            last_period
--   -          FROM extent
--   -        ),
--   -        INTERVAL '1' MONTH
--   +        )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS BIGINT)
--   -    ) AS DATE) AS month
--   +  ) AS numbers
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue

-- where less is better the least is first
--   returns, rank(returns) as r by orders.region for 2025-02
WITH orders_scan /* returns */ AS (
  SELECT
    orders.region AS region,
    COUNT(*) FILTER(WHERE
      orders.amount < 0) AS returns
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.returns,
    CASE
      WHEN NOT COALESCE(orders_scan.returns, 0) IS NULL
      THEN RANK() OVER (ORDER BY COALESCE(orders_scan.returns, 0) NULLS LAST)
    END AS rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.returns, 0) AS returns,
  ranked.rank AS r
FROM ranked
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -      THEN RANK() OVER (ORDER BY COALESCE(orders_scan.returns, 0) NULLS LAST)
--   +      THEN RANK() OVER (ORDER BY COALESCE(orders_scan.returns, 0) ASC)
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      orders.amount < 0) AS returns
--   +    COUNT(CASE WHEN orders.amount < 0 THEN 1 END) AS returns
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- a null has no rank
--   mean, rank(mean) as r by orders.region for 2025-02
WITH orders_scan /* mean */ AS (
  SELECT
    orders.region AS region,
    AVG(orders.amount) AS mean
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.mean,
    CASE
      WHEN NOT orders_scan.mean IS NULL
      THEN RANK() OVER (ORDER BY orders_scan.mean DESC NULLS LAST)
    END AS rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  ranked.mean AS mean,
  ranked.rank AS r
FROM ranked
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -    AVG(orders.amount) AS mean
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS mean
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS mean
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS mean
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- within a group
--   revenue, rank(revenue within orders.channel) as r by orders.channel, orders.region for 2025-01
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.channel AS channel,
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1,
    2
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.channel,
    orders_scan.region,
    orders_scan.revenue,
    CASE
      WHEN NOT COALESCE(orders_scan.revenue, 0) IS NULL
      THEN RANK() OVER (
        PARTITION BY orders_scan.channel
        ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST
      )
    END AS rank
  FROM orders_scan
)
SELECT
  ranked.channel AS channel,
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue,
  ranked.rank AS r
FROM ranked
ORDER BY
  ranked.channel NULLS LAST,
  ranked.region NULLS LAST;
-- postgres:
--   -  ranked.channel NULLS LAST,
--   -  ranked.region NULLS LAST
--   +  ranked.channel COLLATE "C" ASC,
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- a rank is taken before having, order and limit
--   revenue, rank(mean) as r by orders.region for 2025-01 having revenue >= 30 order by r desc limit 2
WITH orders_scan /* revenue, avg_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue,
    AVG(orders.amount) AS avg_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.revenue,
    orders_scan.avg_amount,
    CASE
      WHEN NOT orders_scan.avg_amount IS NULL
      THEN RANK() OVER (ORDER BY orders_scan.avg_amount DESC NULLS LAST)
    END AS rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue,
  ranked.rank AS r
FROM ranked
WHERE
  COALESCE(ranked.revenue, 0) >= 30
ORDER BY
  ranked.rank DESC NULLS LAST,
  ranked.region NULLS LAST
LIMIT 2;
-- postgres:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- before top too
--   revenue, rank(revenue) as r for 2025-02 top 1 orders.region by -revenue
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.revenue,
    CASE
      WHEN NOT COALESCE(orders_scan.revenue, 0) IS NULL
      THEN RANK() OVER (ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST)
    END AS rank,
    ROW_NUMBER() OVER (
      ORDER BY -COALESCE(orders_scan.revenue, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS top_rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue,
  ranked.rank AS r
FROM ranked
WHERE
  ranked.top_rank <= 1
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -      ORDER BY -COALESCE(orders_scan.revenue, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY -COALESCE(orders_scan.revenue, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- a condition on the rank
--   revenue by orders.region for 2025-02 having rank(revenue) <= 2
WITH orders_scan /* revenue */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.revenue,
    CASE
      WHEN NOT COALESCE(orders_scan.revenue, 0) IS NULL
      THEN RANK() OVER (ORDER BY COALESCE(orders_scan.revenue, 0) DESC NULLS LAST)
    END AS rank
  FROM orders_scan
)
SELECT
  ranked.region AS region,
  COALESCE(ranked.revenue, 0) AS revenue
FROM ranked
WHERE
  ranked.rank <= 2
ORDER BY
  ranked.region NULLS LAST;
-- postgres:
--   -  ranked.region NULLS LAST
--   +  ranked.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')

-- growth of a share
--   growth(revenue / total(revenue), 1 month) as g by orders.region for 2025-02 having revenue > 0
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
), orders_total_scan /* total_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
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
), orders_prior_total_scan /* total_prior_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.total_sum_amount) AS total_sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount,
    MAX(stacked.total_prior_sum_amount) AS total_prior_sum_amount
  FROM (
    SELECT
      0 AS level,
      orders_scan.region AS region,
      orders_scan.sum_amount AS sum_amount,
      NULL AS total_sum_amount,
      NULL AS prior_sum_amount,
      NULL AS total_prior_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS sum_amount,
      orders_total_scan.total_sum_amount AS total_sum_amount,
      NULL AS prior_sum_amount,
      NULL AS total_prior_sum_amount
    FROM orders_total_scan
    UNION ALL
    SELECT
      0 AS level,
      orders_prior_scan.region AS region,
      NULL AS sum_amount,
      NULL AS total_sum_amount,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount,
      NULL AS total_prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS sum_amount,
      NULL AS total_sum_amount,
      NULL AS prior_sum_amount,
      orders_prior_total_scan.total_prior_sum_amount AS total_prior_sum_amount
    FROM orders_prior_total_scan
  ) AS stacked
  GROUP BY
    1,
    2
), with_totals /* totals beside the groups that they are of */ AS (
  SELECT
    answer.level,
    answer.region,
    answer.sum_amount,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_sum_amount END) OVER () AS total_sum_amount,
    answer.prior_sum_amount,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_prior_sum_amount END) OVER () AS total_prior_sum_amount
  FROM answer
)
SELECT
  with_totals.region AS region,
  (
    COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) - COALESCE(with_totals.prior_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)
  ) / NULLIF(
    ABS(
      COALESCE(with_totals.prior_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)
    ),
    0
  ) AS g
FROM with_totals
WHERE
  with_totals.level = 0 AND COALESCE(with_totals.sum_amount, 0) > 0
ORDER BY
  with_totals.region NULLS LAST;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      NULL AS total_sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_prior_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_prior_sum_amount
--   -      NULL AS sum_amount,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_prior_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   -      NULL AS total_sum_amount,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   -  (
--   -    COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) - COALESCE(with_totals.prior_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)
--   -  ) / NULLIF(
--   +  CAST((
--   +    CAST(COALESCE(with_totals.sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) - CAST(COALESCE(with_totals.prior_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)
--   +  ) AS DOUBLE PRECISION) / NULLIF(
--   -      COALESCE(with_totals.prior_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)
--   +      CAST(COALESCE(with_totals.prior_sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS total_sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_prior_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_prior_sum_amount
--   -      NULL AS sum_amount,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   -      NULL AS total_prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_prior_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   -      NULL AS total_sum_amount,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   -  (
--   -    COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) - COALESCE(with_totals.prior_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)
--   -  ) / NULLIF(
--   +  CAST((
--   +    CAST(COALESCE(with_totals.sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) - CAST(COALESCE(with_totals.prior_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)
--   +  ) AS DOUBLE) / NULLIF(
--   -      COALESCE(with_totals.prior_sum_amount, 0) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)
--   +      CAST(COALESCE(with_totals.prior_sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals.total_prior_sum_amount, 0), 0)

-- a rank is taken before members become Other, which has none
--   revenue, rank(revenue) as place for 2025-01 top 2 orders.region by revenue with others
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.sum_amount,
    CASE
      WHEN NOT COALESCE(orders_scan.sum_amount, 0) IS NULL
      THEN RANK() OVER (ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST)
    END AS rank
  FROM orders_scan
), top_region_places AS (
  SELECT
    ranked.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region NULLS LAST
    ) AS place
  FROM ranked
), top_region /* the best 2 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 2
), orders_scan_2 /* revenue */ AS (
  SELECT
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1,
    2
), orders_scan_3 /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), ranked_2 /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan_3.region,
    orders_scan_3.sum_amount,
    CASE
      WHEN NOT COALESCE(orders_scan_3.sum_amount, 0) IS NULL
      THEN RANK() OVER (ORDER BY COALESCE(orders_scan_3.sum_amount, 0) DESC NULLS LAST)
    END AS rank
  FROM orders_scan_3
), answer_ranked /* the ranks among all members */ AS (
  SELECT
    orders_scan_2.region_is_other,
    orders_scan_2.region,
    orders_scan_2.revenue,
    ranked_2.rank
  FROM orders_scan_2
  LEFT JOIN ranked_2
    ON orders_scan_2.region IS NOT DISTINCT FROM ranked_2.region
    AND orders_scan_2.region_is_other = 0
)
SELECT
  CASE
    WHEN answer_ranked.region_is_other = 1
    THEN 'Other'
    ELSE answer_ranked.region
  END AS region,
  COALESCE(answer_ranked.revenue, 0) AS revenue,
  answer_ranked.rank AS place,
  answer_ranked.region_is_other AS is_other
FROM answer_ranked
ORDER BY
  answer_ranked.region_is_other NULLS LAST,
  answer_ranked.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region NULLS LAST
--   +      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region COLLATE "C" ASC
--   -  answer_ranked.region_is_other NULLS LAST,
--   -  answer_ranked.region NULLS LAST
--   +  answer_ranked.region_is_other ASC,
--   +  answer_ranked.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- a rank beside Other in each month, by another metric
--   revenue, rank(mean) as place by month for 2025-01-01 to 2025-02-28 top 1 orders.region by revenue with others
WITH orders_scan /* sum_amount, avg_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount,
    AVG(orders.amount) AS avg_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.sum_amount,
    orders_scan.avg_amount,
    CASE
      WHEN NOT orders_scan.avg_amount IS NULL
      THEN RANK() OVER (ORDER BY orders_scan.avg_amount DESC NULLS LAST)
    END AS rank
  FROM orders_scan
), top_region_places AS (
  SELECT
    ranked.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region NULLS LAST
    ) AS place
  FROM ranked
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
), orders_scan_2 /* revenue, avg_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS revenue,
    AVG(orders.amount) AS avg_amount
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
    MAX(stacked.avg_amount) AS avg_amount
  FROM (
    SELECT
      orders_scan_2.month AS month,
      orders_scan_2.region_is_other AS region_is_other,
      orders_scan_2.region AS region,
      orders_scan_2.revenue AS revenue,
      orders_scan_2.avg_amount AS avg_amount
    FROM orders_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      groups.region_is_other AS region_is_other,
      groups.region AS region,
      NULL AS revenue,
      NULL AS avg_amount
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), orders_scan_3 /* sum_amount, avg_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    orders.region AS region,
    SUM(orders.amount) AS sum_amount,
    AVG(orders.amount) AS avg_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), groups_2 /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan_3
), months_2 /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer_2 /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.region,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.avg_amount) AS avg_amount
  FROM (
    SELECT
      orders_scan_3.month AS month,
      orders_scan_3.region AS region,
      orders_scan_3.sum_amount AS sum_amount,
      orders_scan_3.avg_amount AS avg_amount
    FROM orders_scan_3
    UNION ALL
    SELECT
      months_2.month AS month,
      groups_2.region AS region,
      NULL AS sum_amount,
      NULL AS avg_amount
    FROM groups_2
    CROSS JOIN months_2
  ) AS stacked
  GROUP BY
    1,
    2
), ranked_2 /* ranks over the groups of each period */ AS (
  SELECT
    answer_2.month,
    answer_2.region,
    answer_2.sum_amount,
    answer_2.avg_amount,
    CASE
      WHEN NOT answer_2.avg_amount IS NULL
      THEN RANK() OVER (PARTITION BY answer_2.month ORDER BY answer_2.avg_amount DESC NULLS LAST)
    END AS rank
  FROM answer_2
), answer_ranked /* the ranks among all members */ AS (
  SELECT
    answer.month,
    answer.region_is_other,
    answer.region,
    answer.revenue,
    answer.avg_amount,
    ranked_2.rank
  FROM answer
  LEFT JOIN ranked_2
    ON answer.month IS NOT DISTINCT FROM ranked_2.month
    AND answer.region IS NOT DISTINCT FROM ranked_2.region
    AND answer.region_is_other = 0
)
SELECT
  answer_ranked.month AS month,
  CASE
    WHEN answer_ranked.region_is_other = 1
    THEN 'Other'
    ELSE answer_ranked.region
  END AS region,
  COALESCE(answer_ranked.revenue, 0) AS revenue,
  answer_ranked.rank AS place,
  answer_ranked.region_is_other AS is_other
FROM answer_ranked
ORDER BY
  answer_ranked.month NULLS LAST,
  answer_ranked.region_is_other NULLS LAST,
  answer_ranked.region NULLS LAST;
-- postgres:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region NULLS LAST
--   +      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region COLLATE "C" ASC
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
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
--   -      NULL AS avg_amount
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS avg_amount
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS sum_amount,
--   -      NULL AS avg_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS avg_amount
--   -  answer_ranked.month NULLS LAST,
--   -  answer_ranked.region_is_other NULLS LAST,
--   -  answer_ranked.region NULLS LAST
--   +  answer_ranked.month ASC,
--   +  answer_ranked.region_is_other ASC,
--   +  answer_ranked.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount
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
--   -      NULL AS avg_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount
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
--   -      NULL AS sum_amount,
--   -      NULL AS avg_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount

-- a condition on a rank within a group beside Other
--   revenue by orders.channel for 2025-01 top 1 orders.region by buyers with others having rank(revenue within orders.channel) = 2
WITH orders_scan /* sum_amount, count_customer */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount,
    COUNT(DISTINCT orders.customer) AS count_customer
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), top_region_places AS (
  SELECT
    orders_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(orders_scan.count_customer, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
    ) AS place
  FROM orders_scan
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
), orders_scan_2 /* revenue */ AS (
  SELECT
    orders.channel AS channel,
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN top_region AS best
    ON best.region IS NOT DISTINCT FROM orders.region
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1,
    2,
    3
), orders_scan_3 /* sum_amount */ AS (
  SELECT
    orders.channel AS channel,
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1,
    2
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan_3.channel,
    orders_scan_3.region,
    orders_scan_3.sum_amount,
    CASE
      WHEN NOT COALESCE(orders_scan_3.sum_amount, 0) IS NULL
      THEN RANK() OVER (
        PARTITION BY orders_scan_3.channel
        ORDER BY COALESCE(orders_scan_3.sum_amount, 0) DESC NULLS LAST
      )
    END AS rank
  FROM orders_scan_3
), answer_ranked /* the ranks among all members */ AS (
  SELECT
    orders_scan_2.channel,
    orders_scan_2.region_is_other,
    orders_scan_2.region,
    orders_scan_2.revenue,
    ranked.rank
  FROM orders_scan_2
  LEFT JOIN ranked
    ON orders_scan_2.channel IS NOT DISTINCT FROM ranked.channel
    AND orders_scan_2.region IS NOT DISTINCT FROM ranked.region
    AND orders_scan_2.region_is_other = 0
)
SELECT
  answer_ranked.channel AS channel,
  CASE
    WHEN answer_ranked.region_is_other = 1
    THEN 'Other'
    ELSE answer_ranked.region
  END AS region,
  COALESCE(answer_ranked.revenue, 0) AS revenue,
  answer_ranked.region_is_other AS is_other
FROM answer_ranked
WHERE
  answer_ranked.rank = 2
ORDER BY
  answer_ranked.channel NULLS LAST,
  answer_ranked.region_is_other NULLS LAST,
  answer_ranked.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(orders_scan.count_customer, 0) DESC NULLS LAST, orders_scan.region NULLS LAST
--   +      ORDER BY COALESCE(orders_scan.count_customer, 0) DESC NULLS LAST, orders_scan.region COLLATE "C" ASC
--   -  answer_ranked.channel NULLS LAST,
--   -  answer_ranked.region_is_other NULLS LAST,
--   -  answer_ranked.region NULLS LAST
--   +  answer_ranked.channel COLLATE "C" ASC,
--   +  answer_ranked.region_is_other ASC,
--   +  answer_ranked.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')

-- a rank of the month before beside Other
--   rank(prior(revenue, 1 month)) as place, total(revenue) as all by month for 2025-02 top 1 orders.region by revenue with others
WITH orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), orders_total_scan /* total_sum_amount */ AS (
  SELECT
    SUM(orders.amount) AS total_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
), orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    orders.region AS region
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.region,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount,
    MAX(stacked.total_sum_amount) AS total_sum_amount,
    MAX(stacked.sum_amount) AS sum_amount
  FROM (
    SELECT
      0 AS level,
      orders_prior_scan.region AS region,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount,
      NULL AS total_sum_amount,
      NULL AS sum_amount,
      1 AS is_shown
    FROM orders_prior_scan
    UNION ALL
    SELECT
      1 AS level,
      NULL AS region,
      NULL AS prior_sum_amount,
      orders_total_scan.total_sum_amount AS total_sum_amount,
      NULL AS sum_amount,
      1 AS is_shown
    FROM orders_total_scan
    UNION ALL
    SELECT
      0 AS level,
      orders_scan.region AS region,
      NULL AS prior_sum_amount,
      NULL AS total_sum_amount,
      orders_scan.sum_amount AS sum_amount,
      NULL AS is_shown
    FROM orders_scan
    UNION ALL
    SELECT
      0 AS level,
      orders_groups_scan.region AS region,
      NULL AS prior_sum_amount,
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
    answer.prior_sum_amount,
    MAX(CASE WHEN answer.level = 1 THEN answer.total_sum_amount END) OVER () AS total_sum_amount,
    answer.sum_amount
  FROM answer
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    with_totals.level,
    with_totals.region,
    with_totals.prior_sum_amount,
    with_totals.total_sum_amount,
    with_totals.sum_amount,
    CASE
      WHEN NOT COALESCE(with_totals.prior_sum_amount, 0) IS NULL
      THEN RANK() OVER (
        PARTITION BY with_totals.level
        ORDER BY COALESCE(with_totals.prior_sum_amount, 0) DESC NULLS LAST
      )
    END AS rank
  FROM with_totals
), top_region_places AS (
  SELECT
    ranked.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region NULLS LAST
    ) AS place
  FROM ranked
  WHERE
    ranked.level = 0
), top_region /* the best 1 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 1
), orders_by_month /* prior_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS region_is_other,
    CASE WHEN NOT best.place IS NULL THEN orders.region END AS region,
    SUM(orders.amount) AS prior_sum_amount
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
), orders_prior_scan_2 /* prior_sum_amount */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    orders_by_month.region_is_other AS region_is_other,
    orders_by_month.region AS region,
    orders_by_month.prior_sum_amount AS prior_sum_amount
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
), orders_groups_scan_2 /* which groups have rows */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.region_is_other AS region_is_other,
    orders_by_month.region AS region
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-02-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-03-01' AS DATE)
), orders_total_scan_2 /* total_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS total_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT
    region_is_other,
    region
  FROM orders_prior_scan_2
  UNION
  SELECT
    region_is_other,
    region
  FROM orders_groups_scan_2
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer_2 /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.month,
    stacked.region_is_other,
    stacked.region,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount,
    MAX(stacked.total_sum_amount) AS total_sum_amount
  FROM (
    SELECT
      0 AS level,
      orders_prior_scan_2.month AS month,
      orders_prior_scan_2.region_is_other AS region_is_other,
      orders_prior_scan_2.region AS region,
      orders_prior_scan_2.prior_sum_amount AS prior_sum_amount,
      NULL AS total_sum_amount
    FROM orders_prior_scan_2
    UNION ALL
    SELECT
      0 AS level,
      orders_groups_scan_2.month AS month,
      orders_groups_scan_2.region_is_other AS region_is_other,
      orders_groups_scan_2.region AS region,
      NULL AS prior_sum_amount,
      NULL AS total_sum_amount
    FROM orders_groups_scan_2
    UNION ALL
    SELECT
      1 AS level,
      orders_total_scan_2.month AS month,
      NULL AS region_is_other,
      NULL AS region,
      NULL AS prior_sum_amount,
      orders_total_scan_2.total_sum_amount AS total_sum_amount
    FROM orders_total_scan_2
    UNION ALL
    SELECT
      0 AS level,
      months.month AS month,
      groups.region_is_other AS region_is_other,
      groups.region AS region,
      NULL AS prior_sum_amount,
      NULL AS total_sum_amount
    FROM groups
    CROSS JOIN months
  ) AS stacked
  GROUP BY
    1,
    2,
    3,
    4
), with_totals_2 /* totals beside the groups that they are of */ AS (
  SELECT
    answer_2.level,
    answer_2.month,
    answer_2.region_is_other,
    answer_2.region,
    answer_2.prior_sum_amount,
    MAX(CASE WHEN answer_2.level = 1 THEN answer_2.total_sum_amount END) OVER (PARTITION BY answer_2.month) AS total_sum_amount
  FROM answer_2
), orders_by_month_2 /* prior_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.region AS region,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1,
    2
), orders_prior_scan_3 /* prior_sum_amount */ AS (
  SELECT
    CAST(orders_by_month_2.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    orders_by_month_2.region AS region,
    orders_by_month_2.prior_sum_amount AS prior_sum_amount
  FROM orders_by_month_2
  WHERE
    CAST(orders_by_month_2.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(orders_by_month_2.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
), orders_groups_scan_3 /* which groups have rows */ AS (
  SELECT
    orders_by_month_2.starting_month AS month,
    orders_by_month_2.region AS region
  FROM orders_by_month_2
  WHERE
    orders_by_month_2.starting_month >= CAST('2025-02-01' AS DATE)
    AND orders_by_month_2.starting_month < CAST('2025-03-01' AS DATE)
), orders_total_scan_3 /* total_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS total_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), groups_2 /* the groups that have rows */ AS (
  SELECT
    region
  FROM orders_prior_scan_3
  UNION
  SELECT
    region
  FROM orders_groups_scan_3
), months_2 /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer_3 /* one row for each group */ AS (
  SELECT
    stacked.level,
    stacked.month,
    stacked.region,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount,
    MAX(stacked.total_sum_amount) AS total_sum_amount
  FROM (
    SELECT
      0 AS level,
      orders_prior_scan_3.month AS month,
      orders_prior_scan_3.region AS region,
      orders_prior_scan_3.prior_sum_amount AS prior_sum_amount,
      NULL AS total_sum_amount
    FROM orders_prior_scan_3
    UNION ALL
    SELECT
      0 AS level,
      orders_groups_scan_3.month AS month,
      orders_groups_scan_3.region AS region,
      NULL AS prior_sum_amount,
      NULL AS total_sum_amount
    FROM orders_groups_scan_3
    UNION ALL
    SELECT
      1 AS level,
      orders_total_scan_3.month AS month,
      NULL AS region,
      NULL AS prior_sum_amount,
      orders_total_scan_3.total_sum_amount AS total_sum_amount
    FROM orders_total_scan_3
    UNION ALL
    SELECT
      0 AS level,
      months_2.month AS month,
      groups_2.region AS region,
      NULL AS prior_sum_amount,
      NULL AS total_sum_amount
    FROM groups_2
    CROSS JOIN months_2
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), with_totals_3 /* totals beside the groups that they are of */ AS (
  SELECT
    answer_3.level,
    answer_3.month,
    answer_3.region,
    answer_3.prior_sum_amount,
    MAX(CASE WHEN answer_3.level = 1 THEN answer_3.total_sum_amount END) OVER (PARTITION BY answer_3.month) AS total_sum_amount
  FROM answer_3
), ranked_2 /* ranks over the groups of each period */ AS (
  SELECT
    with_totals_3.level,
    with_totals_3.month,
    with_totals_3.region,
    with_totals_3.prior_sum_amount,
    with_totals_3.total_sum_amount,
    CASE
      WHEN NOT COALESCE(with_totals_3.prior_sum_amount, 0) IS NULL
      THEN RANK() OVER (
        PARTITION BY with_totals_3.level, with_totals_3.month
        ORDER BY COALESCE(with_totals_3.prior_sum_amount, 0) DESC NULLS LAST
      )
    END AS rank
  FROM with_totals_3
), answer_ranked /* the ranks among all members */ AS (
  SELECT
    with_totals_2.level,
    with_totals_2.month,
    with_totals_2.region_is_other,
    with_totals_2.region,
    with_totals_2.prior_sum_amount,
    with_totals_2.total_sum_amount,
    ranked_2.rank
  FROM with_totals_2
  LEFT JOIN ranked_2
    ON with_totals_2.month IS NOT DISTINCT FROM ranked_2.month
    AND with_totals_2.region IS NOT DISTINCT FROM ranked_2.region
    AND with_totals_2.region_is_other = 0
    AND ranked_2.level = 0
)
SELECT
  answer_ranked.month AS month,
  CASE
    WHEN answer_ranked.region_is_other = 1
    THEN 'Other'
    ELSE answer_ranked.region
  END AS region,
  answer_ranked.rank AS place,
  COALESCE(answer_ranked.total_sum_amount, 0) AS "all",
  answer_ranked.region_is_other AS is_other
FROM answer_ranked
WHERE
  answer_ranked.level = 0
ORDER BY
  answer_ranked.month NULLS LAST,
  answer_ranked.region_is_other NULLS LAST,
  answer_ranked.region NULLS LAST;
-- postgres:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -      NULL AS total_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS region,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL) AS is_shown
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region NULLS LAST
--   +      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region COLLATE "C" ASC
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -      NULL AS region_is_other,
--   -      NULL AS region,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS region_is_other,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(orders_by_month_2.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month_2.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month_2.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders_by_month_2.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(orders_by_month_2.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(orders_by_month_2.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -      NULL AS region,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -  answer_ranked.month NULLS LAST,
--   -  answer_ranked.region_is_other NULLS LAST,
--   -  answer_ranked.region NULLS LAST
--   +  answer_ranked.month ASC,
--   +  answer_ranked.region_is_other ASC,
--   +  answer_ranked.region COLLATE "C" ASC
-- snowflake:
--   -    CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders.ordered_on) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders.ordered_on) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS total_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS region,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   -      NULL AS is_shown
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_shown
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-02-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-03-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -      NULL AS region_is_other,
--   -      NULL AS region,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS region_is_other,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month_2.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, orders_by_month_2.starting_month) AS month,
--   -    CAST(orders_by_month_2.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(orders_by_month_2.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month_2.starting_month) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month_2.starting_month) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders_by_month_2.starting_month >= CAST('2025-02-01' AS DATE)
--   -    AND orders_by_month_2.starting_month < CAST('2025-03-01' AS DATE)
--   +    orders_by_month_2.starting_month >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders_by_month_2.starting_month < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-03-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -      NULL AS region,
--   -      NULL AS prior_sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   -      NULL AS prior_sum_amount,
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -  COALESCE(answer_ranked.total_sum_amount, 0) AS "all",
--   +  COALESCE(answer_ranked.total_sum_amount, 0) AS "ALL",

-- nothing but a rank beside Other
--   rank(revenue) as place for 2025-01 top 1 orders.region by revenue with others
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), ranked /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan.region,
    orders_scan.sum_amount,
    CASE
      WHEN NOT COALESCE(orders_scan.sum_amount, 0) IS NULL
      THEN RANK() OVER (ORDER BY COALESCE(orders_scan.sum_amount, 0) DESC NULLS LAST)
    END AS rank
  FROM orders_scan
), top_region_places AS (
  SELECT
    ranked.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region NULLS LAST
    ) AS place
  FROM ranked
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
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1,
    2
), orders_scan_3 /* sum_amount */ AS (
  SELECT
    orders.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), ranked_2 /* ranks over the groups of each period */ AS (
  SELECT
    orders_scan_3.region,
    orders_scan_3.sum_amount,
    CASE
      WHEN NOT COALESCE(orders_scan_3.sum_amount, 0) IS NULL
      THEN RANK() OVER (ORDER BY COALESCE(orders_scan_3.sum_amount, 0) DESC NULLS LAST)
    END AS rank
  FROM orders_scan_3
), answer_ranked /* the ranks among all members */ AS (
  SELECT
    orders_scan_2.region_is_other,
    orders_scan_2.region,
    orders_scan_2.sum_amount,
    ranked_2.rank
  FROM orders_scan_2
  LEFT JOIN ranked_2
    ON orders_scan_2.region IS NOT DISTINCT FROM ranked_2.region
    AND orders_scan_2.region_is_other = 0
)
SELECT
  CASE
    WHEN answer_ranked.region_is_other = 1
    THEN 'Other'
    ELSE answer_ranked.region
  END AS region,
  answer_ranked.rank AS place,
  answer_ranked.region_is_other AS is_other
FROM answer_ranked
ORDER BY
  answer_ranked.region_is_other NULLS LAST,
  answer_ranked.region NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region NULLS LAST
--   +      ORDER BY COALESCE(ranked.sum_amount, 0) DESC NULLS LAST, ranked.region COLLATE "C" ASC
--   -  answer_ranked.region_is_other NULLS LAST,
--   -  answer_ranked.region NULLS LAST
--   +  answer_ranked.region_is_other ASC,
--   +  answer_ranked.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-02-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-02-01', 'YYYY-MM-DD')
