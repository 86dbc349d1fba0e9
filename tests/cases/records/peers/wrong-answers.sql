-- a ratio of counts is no integer division
--   win_rate
SELECT
  COUNT(*) FILTER(WHERE
    deals.won) / NULLIF(COUNT(*), 0) AS win_rate
FROM deals;
-- postgres:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(*) FILTER(WHERE
--   +    deals.won) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS win_rate
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(CASE WHEN deals.won THEN 1 END) AS DOUBLE) / NULLIF(COUNT(*), 0) AS win_rate

-- a ratio over no rows does not divide by zero
--   win_rate where deals.kind = 'lost and found'
SELECT
  COUNT(*) FILTER(WHERE
    deals.won) / NULLIF(COUNT(*), 0) AS win_rate
FROM deals
WHERE
  deals.kind = 'lost and found';
-- postgres:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(*) FILTER(WHERE
--   +    deals.won) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS win_rate
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(CASE WHEN deals.won THEN 1 END) AS DOUBLE) / NULLIF(COUNT(*), 0) AS win_rate

-- a filter inside a ratio is not ignored
--   new_rate, win_rate
SELECT
  COUNT(*) FILTER(WHERE
    deals.won AND deals.kind = 'new') / NULLIF(COUNT(*) FILTER(WHERE
    deals.kind = 'new'), 0) AS new_rate,
  COUNT(*) FILTER(WHERE
    deals.won) / NULLIF(COUNT(*), 0) AS win_rate
FROM deals;
-- postgres:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.won AND deals.kind = 'new') / NULLIF(COUNT(*) FILTER(WHERE
--   +  CAST(COUNT(*) FILTER(WHERE
--   +    deals.won AND deals.kind = 'new') AS DOUBLE PRECISION) / NULLIF(COUNT(*) FILTER(WHERE
--   -  COUNT(*) FILTER(WHERE
--   -    deals.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(*) FILTER(WHERE
--   +    deals.won) AS DOUBLE PRECISION) / NULLIF(COUNT(*), 0) AS win_rate
-- snowflake:
--   -  COUNT(*) FILTER(WHERE
--   -    deals.won AND deals.kind = 'new') / NULLIF(COUNT(*) FILTER(WHERE
--   -    deals.kind = 'new'), 0) AS new_rate,
--   -  COUNT(*) FILTER(WHERE
--   -    deals.won) / NULLIF(COUNT(*), 0) AS win_rate
--   +  CAST(COUNT(CASE WHEN deals.won AND deals.kind = 'new' THEN 1 END) AS DOUBLE) / NULLIF(COUNT(CASE WHEN deals.kind = 'new' THEN 1 END), 0) AS new_rate,
--   +  CAST(COUNT(CASE WHEN deals.won THEN 1 END) AS DOUBLE) / NULLIF(COUNT(*), 0) AS win_rate

-- division by zero in a metric made of two facts is null, not infinite
--   per_deal by month for 2025-03 to 2025-04
WITH orders_scan /* sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-01' AS DATE)
    AND orders.ordered_on < CAST('2025-05-01' AS DATE)
  GROUP BY
    1
), deals_scan /* count_deals */ AS (
  SELECT
    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
    COUNT(*) FILTER(WHERE
      deals.won) AS count_deals
  FROM deals
  WHERE
    deals.closed_on >= CAST('2025-03-01' AS DATE)
    AND deals.closed_on < CAST('2025-05-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.count_deals) AS count_deals
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.sum_amount AS sum_amount,
      NULL AS count_deals
    FROM orders_scan
    UNION ALL
    SELECT
      deals_scan.month AS month,
      NULL AS sum_amount,
      deals_scan.count_deals AS count_deals
    FROM deals_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS count_deals
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_amount, 0) / NULLIF(COALESCE(answer.count_deals, 0), 0) AS per_deal
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', deals.closed_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(deals.closed_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS count_deals
--   +      CAST(NULL AS DECIMAL) AS count_deals
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS count_deals
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS count_deals
--   -  COALESCE(answer.sum_amount, 0) / NULLIF(COALESCE(answer.count_deals, 0), 0) AS per_deal
--   +  CAST(COALESCE(answer.sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.count_deals, 0), 0) AS per_deal
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-05-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    COUNT(*) FILTER(WHERE
--   -      deals.won) AS count_deals
--   +    COUNT(CASE WHEN deals.won THEN 1 END) AS count_deals
--   -    deals.closed_on >= CAST('2025-03-01' AS DATE)
--   -    AND deals.closed_on < CAST('2025-05-01' AS DATE)
--   +    deals.closed_on >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND deals.closed_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS count_deals
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_deals
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS count_deals
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_deals
--   -  COALESCE(answer.sum_amount, 0) / NULLIF(COALESCE(answer.count_deals, 0), 0) AS per_deal
--   +  CAST(COALESCE(answer.sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(answer.count_deals, 0), 0) AS per_deal

-- an input without rows counts as 0
--   revenue - orders * 10 as margin, revenue by month for 2025-04 to 2025-06
WITH orders_scan /* sum_amount, count_orders */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    SUM(orders.amount) AS sum_amount,
    COUNT(*) AS count_orders
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-04-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.count_orders) AS count_orders
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.sum_amount AS sum_amount,
      orders_scan.count_orders AS count_orders
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS count_orders
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_amount, 0) - COALESCE(answer.count_orders, 0) * 10 AS margin,
  COALESCE(answer.sum_amount, 0) AS revenue
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS sum_amount,
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS count_orders
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-04-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-04-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-04-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS sum_amount,
--   -      NULL AS count_orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_orders

-- distinct accounts, running, are not added up
--   running(buyers) as b by month
WITH orders_by_month /* groups of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    orders.account_id AS value
  FROM orders
  GROUP BY
    1,
    2
), orders_first_seen /* when each value was first seen */ AS (
  SELECT
    MIN(orders_by_month.starting_month) AS starting_month,
    orders_by_month.value
  FROM orders_by_month
  GROUP BY
    2
), orders_scan /* running_count_account */ AS (
  SELECT
    orders_first_seen.starting_month AS month,
    COUNT(orders_first_seen.value) AS running_count_account
  FROM orders_first_seen
  WHERE
    NOT orders_first_seen.starting_month IS NULL
  GROUP BY
    1
), orders_groups_scan /* which groups have rows */ AS (
  SELECT
    orders_by_month.starting_month AS month
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month IS NULL
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(orders_by_month.starting_month) AS first_period,
      MAX(orders_by_month.starting_month) AS last_period
    FROM orders_by_month
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
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.running_count_account) AS running_count_account
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.running_count_account AS running_count_account
    FROM orders_scan
    UNION ALL
    SELECT
      orders_groups_scan.month AS month,
      NULL AS running_count_account
    FROM orders_groups_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS running_count_account
    FROM months
  ) AS stacked
  GROUP BY
    1
), with_running /* running: running_count_account */ AS (
  SELECT
    answer.month,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.running_count_account) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_count_account
  FROM answer
)
SELECT
  with_running.month AS month,
  COALESCE(with_running.running_count_account, 0) AS b
FROM with_running
ORDER BY
  with_running.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
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
--   -      NULL AS running_count_account
--   +      CAST(NULL AS DECIMAL) AS running_count_account
--   -      NULL AS running_count_account
--   +      CAST(NULL AS DECIMAL) AS running_count_account
--   -      THEN SUM(answer.running_count_account) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.running_count_account) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  with_running.month NULLS LAST
--   +  with_running.month ASC
-- snowflake:
--   -WITH orders_by_month /* groups of each month */ AS (
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
--   +), orders_by_month /* groups of each month */ AS (
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
--   -            SELECT
--   -              last_period
--   -            FROM extent
--   -          ),
--   -          INTERVAL '1' MONTH
--   +          )) AS BIGINT) * 12 + CAST(DATE_PART(MONTH, (
--   +            SELECT
--   +              first_period
--   +            FROM extent
--   +          )) AS BIGINT)
--   -      ) AS DATE) AS month
--   +    ) AS numbers
--   -      NULL AS running_count_account
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_count_account
--   -      NULL AS running_count_account
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_count_account

-- a running maximum is a maximum
--   running(largest) as m by month for 2025-02 to 2025-04
WITH orders_by_month /* running_max_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    MAX(orders.amount) AS running_max_amount
  FROM orders
  WHERE
    orders.ordered_on < CAST('2025-05-01' AS DATE)
  GROUP BY
    1
), orders_scan /* running_max_amount */ AS (
  SELECT
    CASE
      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-02-01' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-02-01' AS DATE))
    END AS month,
    MAX(orders_by_month.running_max_amount) AS running_max_amount
  FROM orders_by_month
  WHERE
    NOT orders_by_month.starting_month IS NULL
    AND orders_by_month.starting_month < CAST('2025-05-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.running_max_amount) AS running_max_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.running_max_amount AS running_max_amount
    FROM orders_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS running_max_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
), with_running /* running: running_max_amount */ AS (
  SELECT
    answer.month,
    CASE
      WHEN NOT answer.month IS NULL
      THEN MAX(answer.running_max_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_max_amount
  FROM answer
)
SELECT
  with_running.month AS month,
  with_running.running_max_amount AS m
FROM with_running
ORDER BY
  with_running.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CASE
--   -      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-02-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-02-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_by_month.starting_month, CAST('2025-02-01' AS DATE)) AS month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      NULL AS running_max_amount
--   +      CAST(NULL AS DECIMAL) AS running_max_amount
--   -      THEN MAX(answer.running_max_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN MAX(answer.running_max_amount) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  with_running.month NULLS LAST
--   +  with_running.month ASC
-- snowflake:
--   -    orders.ordered_on < CAST('2025-05-01' AS DATE)
--   +    orders.ordered_on < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CASE
--   -      WHEN orders_by_month.starting_month IS NULL OR CAST('2025-02-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(orders_by_month.starting_month, CAST('2025-02-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(orders_by_month.starting_month, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month,
--   -    AND orders_by_month.starting_month < CAST('2025-05-01' AS DATE)
--   +    AND orders_by_month.starting_month < TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -      NULL AS running_max_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_max_amount

-- a date filter does not shorten the window
--   trailing(revenue, 3 months) as t by month for 2025-03
WITH orders_by_month /* trailing_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS trailing_sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-11-29' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    orders_by_month.starting_month AS seen
  FROM orders_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), orders_scan /* trailing_sum_amount */ AS (
  SELECT
    months_seen.month AS month,
    SUM(orders_by_month.trailing_sum_amount) AS trailing_sum_amount
  FROM orders_by_month
  INNER JOIN months_seen
    ON orders_by_month.starting_month = months_seen.seen
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
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3 MONTH' AS DATE)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_amount
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-11-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-11-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '3' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -3, months.ends)
--   -      NULL AS trailing_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_amount

-- a date filter does not empty the month before
--   growth(revenue, 1 month) as g by month for 2025-03
WITH orders_by_month /* sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS sum_amount
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-29' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), orders_scan /* sum_amount */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.sum_amount AS sum_amount
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-03-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-04-01' AS DATE)
), orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    orders_by_month.sum_amount AS prior_sum_amount
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS sum_amount,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-03-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-04-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-29' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-29', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-03-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-04-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-03-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-04-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-03-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-03-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -      NULL AS sum_amount,
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g

-- with an empty May, June is compared with May and not with April
--   revenue, change(revenue, 1 month) as c by month for 2025-05 to 2025-06
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-03-31' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    orders_by_month.starting_month AS month,
    orders_by_month.revenue AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-05-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    orders_by_month.revenue AS prior_revenue
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-05-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.month AS month,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.month AS month,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.revenue, 0) - COALESCE(answer.prior_revenue, 0) AS c
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-05-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-05-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-07-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-06-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-03-31' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-03-31', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-05-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-07-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) AS month,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-05-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-07-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-06-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-05-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- revenue by region keeps the rows without and with an unknown account
--   revenue by accounts.region
SELECT
  account.region AS region,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN accounts AS account
  ON orders.account_id = account.account_id
GROUP BY
  1
ORDER BY
  account.region NULLS LAST;
-- postgres:
--   -  account.region NULLS LAST
--   +  account.region COLLATE "C" ASC

-- and gives the same when another metric is asked beside it
--   revenue, won by accounts.region
WITH orders_scan /* revenue */ AS (
  SELECT
    account.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN accounts AS account
    ON orders.account_id = account.account_id
  GROUP BY
    1
), deals_scan /* won */ AS (
  SELECT
    account.region AS region,
    COUNT(*) FILTER(WHERE
      deals.won) AS won
  FROM deals
  LEFT JOIN accounts AS account
    ON deals.account_id = account.account_id
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.won) AS won
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      NULL AS won
    FROM orders_scan
    UNION ALL
    SELECT
      deals_scan.region AS region,
      NULL AS revenue,
      deals_scan.won AS won
    FROM deals_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.won, 0) AS won
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      NULL AS won
--   +      CAST(NULL AS DECIMAL) AS won
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      deals.won) AS won
--   +    COUNT(CASE WHEN deals.won THEN 1 END) AS won
--   -      NULL AS won
--   +      CAST(NULL AS DECIMAL(1, 0)) AS won
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- the total is of the rows, not of the groups that are shown
--   revenue, total(revenue) as t by accounts.region having revenue > 200
WITH orders_scan /* revenue */ AS (
  SELECT
    account.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN accounts AS account
    ON orders.account_id = account.account_id
  GROUP BY
    1
), orders_total_scan /* total_revenue */ AS (
  SELECT
    SUM(orders.amount) AS total_revenue
  FROM orders
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
  with_totals.level = 0 AND COALESCE(with_totals.revenue, 0) > 200
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
--   -      NULL AS total_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_revenue
--   -      NULL AS region,
--   -      NULL AS revenue,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- a measure is not multiplied by its lines
--   revenue, avg(orders.amount) as mean, sum(lines.price) as priced by accounts.region
WITH orders_scan /* revenue, avg_amount */ AS (
  SELECT
    account.region AS region,
    SUM(orders.amount) AS revenue,
    AVG(orders.amount) AS avg_amount
  FROM orders
  LEFT JOIN accounts AS account
    ON orders.account_id = account.account_id
  GROUP BY
    1
), lines_scan /* sum_price */ AS (
  SELECT
    order_account.region AS region,
    SUM(lines.price) AS sum_price
  FROM lines
  LEFT JOIN orders AS "order"
    ON lines.order_id = "order".order_id
  LEFT JOIN accounts AS order_account
    ON "order".account_id = order_account.account_id
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.avg_amount) AS avg_amount,
    MAX(stacked.sum_price) AS sum_price
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.revenue AS revenue,
      orders_scan.avg_amount AS avg_amount,
      NULL AS sum_price
    FROM orders_scan
    UNION ALL
    SELECT
      lines_scan.region AS region,
      NULL AS revenue,
      NULL AS avg_amount,
      lines_scan.sum_price AS sum_price
    FROM lines_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.revenue, 0) AS revenue,
  answer.avg_amount AS mean,
  COALESCE(answer.sum_price, 0) AS priced
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE PRECISION)) AS avg_amount
--   -      NULL AS sum_price
--   +      CAST(NULL AS DECIMAL) AS sum_price
--   -      NULL AS revenue,
--   -      NULL AS avg_amount,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS avg_amount,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    AVG(orders.amount) AS avg_amount
--   +    AVG(CAST(orders.amount AS DOUBLE)) AS avg_amount
--   -  LEFT JOIN orders AS "order"
--   -    ON lines.order_id = "order".order_id
--   +  LEFT JOIN orders AS "ORDER"
--   +    ON lines.order_id = "ORDER".order_id
--   -    ON "order".account_id = order_account.account_id
--   +    ON "ORDER".account_id = order_account.account_id
--   -      NULL AS sum_price
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_price
--   -      NULL AS revenue,
--   -      NULL AS avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount,

-- a filter on children drops and doubles nothing
--   (revenue where has(lines where sku = 'a')) as a, (revenue where not has(lines where sku = 'a')) as others
WITH lines_per_order /* count of lines for each of orders */ AS (
  SELECT
    lines.order_id AS key,
    COUNT(*) FILTER(WHERE
      lines.sku = 'a') AS value
  FROM lines
  WHERE
    NOT lines.order_id IS NULL
  GROUP BY
    1
)
SELECT
  COALESCE(SUM(orders.amount) FILTER(WHERE
    COALESCE(lines_rollup.value, 0) > 0), 0) AS a,
  COALESCE(
    SUM(orders.amount) FILTER(WHERE
      NOT (
        COALESCE(lines_rollup.value, 0) > 0
      )),
    0
  ) AS others
FROM orders
LEFT JOIN lines_per_order AS lines_rollup
  ON lines_rollup.key = orders.order_id;
-- snowflake:
--   -    COUNT(*) FILTER(WHERE
--   -      lines.sku = 'a') AS value
--   +    COUNT(CASE WHEN lines.sku = 'a' THEN 1 END) AS value
--   -  COALESCE(SUM(orders.amount) FILTER(WHERE
--   -    COALESCE(lines_rollup.value, 0) > 0), 0) AS a,
--   +  COALESCE(SUM(CASE WHEN COALESCE(lines_rollup.value, 0) > 0 THEN orders.amount END), 0) AS a,
--   -    SUM(orders.amount) FILTER(WHERE
--   -      NOT (
--   -        COALESCE(lines_rollup.value, 0) > 0
--   -      )),
--   +    SUM(CASE WHEN NOT (
--   +      COALESCE(lines_rollup.value, 0) > 0
--   +    ) THEN orders.amount END),

-- seats are those of the accounts, not of the orders
--   sum(accounts.seats) as seats, orders by accounts.region
WITH accounts_scan /* sum_seats */ AS (
  SELECT
    accounts.region AS region,
    SUM(accounts.seats) AS sum_seats
  FROM accounts
  GROUP BY
    1
), orders_scan /* orders */ AS (
  SELECT
    account.region AS region,
    COUNT(*) AS orders
  FROM orders
  LEFT JOIN accounts AS account
    ON orders.account_id = account.account_id
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    MAX(stacked.sum_seats) AS sum_seats,
    MAX(stacked.orders) AS orders
  FROM (
    SELECT
      accounts_scan.region AS region,
      accounts_scan.sum_seats AS sum_seats,
      NULL AS orders
    FROM accounts_scan
    UNION ALL
    SELECT
      orders_scan.region AS region,
      NULL AS sum_seats,
      orders_scan.orders AS orders
    FROM orders_scan
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.region AS region,
  COALESCE(answer.sum_seats, 0) AS seats,
  COALESCE(answer.orders, 0) AS orders
FROM answer
ORDER BY
  answer.region NULLS LAST;
-- postgres:
--   -      NULL AS orders
--   +      CAST(NULL AS DECIMAL) AS orders
--   -      NULL AS sum_seats,
--   +      CAST(NULL AS DECIMAL) AS sum_seats,
--   -  answer.region NULLS LAST
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS orders
--   +      CAST(NULL AS DECIMAL(1, 0)) AS orders
--   -      NULL AS sum_seats,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_seats,

-- groups that are both null meet in one row
--   revenue, count(deals) as deals by accounts.region, accounts.account_id
WITH orders_scan /* revenue */ AS (
  SELECT
    account.region AS region,
    account.account_id AS account_id,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN accounts AS account
    ON orders.account_id = account.account_id
  GROUP BY
    1,
    2
), deals_scan /* count_deals */ AS (
  SELECT
    account.region AS region,
    account.account_id AS account_id,
    COUNT(*) AS count_deals
  FROM deals
  LEFT JOIN accounts AS account
    ON deals.account_id = account.account_id
  GROUP BY
    1,
    2
), answer /* one row for each group */ AS (
  SELECT
    stacked.region,
    stacked.account_id,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.count_deals) AS count_deals
  FROM (
    SELECT
      orders_scan.region AS region,
      orders_scan.account_id AS account_id,
      orders_scan.revenue AS revenue,
      NULL AS count_deals
    FROM orders_scan
    UNION ALL
    SELECT
      deals_scan.region AS region,
      deals_scan.account_id AS account_id,
      NULL AS revenue,
      deals_scan.count_deals AS count_deals
    FROM deals_scan
  ) AS stacked
  GROUP BY
    1,
    2
)
SELECT
  answer.region AS region,
  answer.account_id AS account_id,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.count_deals, 0) AS deals
FROM answer
ORDER BY
  answer.region NULLS LAST,
  answer.account_id NULLS LAST;
-- postgres:
--   -      NULL AS count_deals
--   +      CAST(NULL AS DECIMAL) AS count_deals
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -  answer.region NULLS LAST,
--   -  answer.account_id NULLS LAST
--   +  answer.region COLLATE "C" ASC,
--   +  answer.account_id ASC
-- snowflake:
--   -      NULL AS count_deals
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_deals
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,

-- a year's offset by week has rows
--   prior(revenue, 1 year) as before by week for 2026-01-12 to 2026-01-25
WITH orders_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(DATE_TRUNC('week', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS week,
    SUM(orders.amount) AS prior_sum_amount
  FROM orders
  WHERE
    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2026-01-12' AS DATE)
    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-26' AS DATE)
  GROUP BY
    1
), weeks /* every week */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2026-01-12' AS DATE), CAST('2026-01-19' AS DATE), INTERVAL '1' WEEK)
    ) AS DATE) AS week
), answer /* one row for each group */ AS (
  SELECT
    stacked.week,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      orders_prior_scan.week AS week,
      orders_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM orders_prior_scan
    UNION ALL
    SELECT
      weeks.week AS week,
      NULL AS prior_sum_amount
    FROM weeks
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.week AS week,
  COALESCE(answer.prior_sum_amount, 0) AS before
FROM answer
ORDER BY
  answer.week NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('week', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS week,
--   +    CAST(DATE_TRUNC('week', CAST(CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS week,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2026-01-12' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-26' AS DATE)
--   +    CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) >= CAST('2026-01-12' AS DATE)
--   +    AND CAST(orders.ordered_on + INTERVAL '12 MONTH' AS DATE) < CAST('2026-01-26' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2026-01-12' AS DATE), CAST('2026-01-19' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    CAST(series.start AS DATE) AS week
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2026-01-12' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2026-01-19' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 WEEK'
--   +  ) AS series(start)
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount
--   -  answer.week NULLS LAST
--   +  answer.week ASC
-- snowflake:
--   -    CAST(DATE_TRUNC('week', CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE)) AS DATE) AS week,
--   +    CAST(DATEADD(
--   +      DAY,
--   +      1 - DAYOFWEEKISO(DATEADD(MONTH, 12, orders.ordered_on)),
--   +      DATEADD(MONTH, 12, orders.ordered_on)
--   +    ) AS DATE) AS week,
--   -    CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) >= CAST('2026-01-12' AS DATE)
--   -    AND CAST(orders.ordered_on + INTERVAL '12' MONTH AS DATE) < CAST('2026-01-26' AS DATE)
--   +    DATEADD(MONTH, 12, orders.ordered_on) >= TO_DATE('2026-01-12', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 12, orders.ordered_on) < TO_DATE('2026-01-26', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2026-01-12' AS DATE), CAST('2026-01-19' AS DATE), INTERVAL '1' WEEK)
--   -    ) AS DATE) AS week
--   +    DATEADD(DAY, numbers.n * 7, TO_DATE('2026-01-12', 'YYYY-MM-DD')) AS week
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS prior_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount

-- a month's offset by quarter
--   revenue, prior(revenue, 1 month) as before by quarter for 2025-01-01 to 2025-09-30
WITH orders_by_month /* revenue of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
    SUM(orders.amount) AS revenue
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2024-12-01' AS DATE)
    AND orders.ordered_on < CAST('2025-10-01' AS DATE)
  GROUP BY
    1
), orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
    SUM(orders_by_month.revenue) AS revenue
  FROM orders_by_month
  WHERE
    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND orders_by_month.starting_month < CAST('2025-10-01' AS DATE)
  GROUP BY
    1
), orders_prior_scan /* prior_revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE)) AS DATE) AS quarter,
    SUM(orders_by_month.revenue) AS prior_revenue
  FROM orders_by_month
  WHERE
    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-10-01' AS DATE)
  GROUP BY
    1
), quarters /* every quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '3' MONTH)
    ) AS DATE) AS quarter
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.revenue) AS revenue,
    MAX(stacked.prior_revenue) AS prior_revenue
  FROM (
    SELECT
      orders_scan.quarter AS quarter,
      orders_scan.revenue AS revenue,
      NULL AS prior_revenue
    FROM orders_scan
    UNION ALL
    SELECT
      orders_prior_scan.quarter AS quarter,
      NULL AS revenue,
      orders_prior_scan.prior_revenue AS prior_revenue
    FROM orders_prior_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS revenue,
      NULL AS prior_revenue
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.revenue, 0) AS revenue,
  COALESCE(answer.prior_revenue, 0) AS before
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    CAST(DATE_TRUNC('quarter', orders_by_month.starting_month) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC(
--   +      'quarter',
--   +      CAST(CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS quarter,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-10-01' AS DATE)
--   +    CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(orders_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-10-01' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    CAST(series.start AS DATE) AS quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-07-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL) AS revenue,
--   +      CAST(NULL AS DECIMAL) AS prior_revenue
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2024-12-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-10-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2024-12-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-10-01', 'YYYY-MM-DD')
--   -    orders_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND orders_by_month.starting_month < CAST('2025-10-01' AS DATE)
--   +    orders_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders_by_month.starting_month < TO_DATE('2025-10-01', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('quarter', CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE)) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', DATEADD(MONTH, 1, orders_by_month.starting_month)) AS DATE) AS quarter,
--   -    CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(orders_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-10-01' AS DATE)
--   +    DATEADD(MONTH, 1, orders_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, orders_by_month.starting_month) < TO_DATE('2025-10-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-07-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +  ) AS numbers
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue
--   -      NULL AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   -      NULL AS revenue,
--   -      NULL AS prior_revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_revenue

-- periods are filled for each group, and only those asked for
--   revenue by month, accounts.region for 2025-02 to 2025-03
WITH orders_scan /* revenue */ AS (
  SELECT
    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
    account.region AS region,
    SUM(orders.amount) AS revenue
  FROM orders
  LEFT JOIN accounts AS account
    ON orders.account_id = account.account_id
  WHERE
    orders.ordered_on >= CAST('2025-02-01' AS DATE)
    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM orders_scan
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
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
)
SELECT
  answer.month AS month,
  answer.region AS region,
  COALESCE(answer.revenue, 0) AS revenue
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', orders.ordered_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL) AS revenue
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-02-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-04-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS revenue
--   +      CAST(NULL AS DECIMAL(1, 0)) AS revenue

-- three hops, in one of two roles
--   revenue by orders.ship_to.country.continent.continent
SELECT
  ship_to_country_continent.continent AS continent,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN places AS ship_to
  ON orders.ship_place = ship_to.place_id
LEFT JOIN countries AS ship_to_country
  ON ship_to.country_id = ship_to_country.country_id
LEFT JOIN continents AS ship_to_country_continent
  ON ship_to_country.continent_id = ship_to_country_continent.continent_id
GROUP BY
  1
ORDER BY
  ship_to_country_continent.continent NULLS LAST;
-- postgres:
--   -  ship_to_country_continent.continent NULLS LAST
--   +  ship_to_country_continent.continent COLLATE "C" ASC

-- and in the other
--   revenue by orders.bill_to.country.continent.continent
SELECT
  bill_to_country_continent.continent AS continent,
  COALESCE(SUM(orders.amount), 0) AS revenue
FROM orders
LEFT JOIN places AS bill_to
  ON orders.bill_place = bill_to.place_id
LEFT JOIN countries AS bill_to_country
  ON bill_to.country_id = bill_to_country.country_id
LEFT JOIN continents AS bill_to_country_continent
  ON bill_to_country.continent_id = bill_to_country_continent.continent_id
GROUP BY
  1
ORDER BY
  bill_to_country_continent.continent NULLS LAST;
-- postgres:
--   -  bill_to_country_continent.continent NULLS LAST
--   +  bill_to_country_continent.continent COLLATE "C" ASC

-- grouping by a metric
--   avg(revenue per orders.account) as mean, share(revenue > 300 per accounts) as big
WITH orders_scan /* sum_amount */ AS (
  SELECT
    orders.account_id AS account,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), values_per_account /* avg_per_account */ AS (
  SELECT
    AVG(COALESCE(orders_scan.sum_amount, 0)) AS avg_per_account
  FROM orders_scan
  WHERE
    NOT orders_scan.account IS NULL
), orders_scan_2 /* sum_amount */ AS (
  SELECT
    orders.account_id AS accounts,
    SUM(orders.amount) AS sum_amount
  FROM orders
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.accounts,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      orders_scan_2.accounts AS accounts,
      orders_scan_2.sum_amount AS sum_amount,
      NULL AS is_member
    FROM orders_scan_2
    UNION ALL
    SELECT
      accounts.account_id AS accounts,
      NULL AS sum_amount,
      1 AS is_member
    FROM accounts
  ) AS stacked
  GROUP BY
    1
), values_per_accounts /* share_per_accounts */ AS (
  SELECT
    AVG(CAST(COALESCE(rows_per_key.sum_amount, 0) > 300 AS INT)) AS share_per_accounts
  FROM rows_per_key
  WHERE
    NOT rows_per_key.accounts IS NULL AND rows_per_key.is_member = 1
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.avg_per_account) AS avg_per_account,
    MAX(stacked.share_per_accounts) AS share_per_accounts
  FROM (
    SELECT
      values_per_account.avg_per_account AS avg_per_account,
      NULL AS share_per_accounts
    FROM values_per_account
    UNION ALL
    SELECT
      NULL AS avg_per_account,
      values_per_accounts.share_per_accounts AS share_per_accounts
    FROM values_per_accounts
  ) AS stacked
)
SELECT
  answer.avg_per_account AS mean,
  answer.share_per_accounts AS big
FROM answer;
-- postgres:
--   -    AVG(COALESCE(orders_scan.sum_amount, 0)) AS avg_per_account
--   +    AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE PRECISION)) AS avg_per_account
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -    AVG(CAST(COALESCE(rows_per_key.sum_amount, 0) > 300 AS INT)) AS share_per_accounts
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(rows_per_key.sum_amount, 0) > 300
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(rows_per_key.sum_amount, 0) > 300
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE PRECISION)
--   +    ) AS share_per_accounts
--   -      NULL AS share_per_accounts
--   +      CAST(NULL AS DECIMAL) AS share_per_accounts
--   -      NULL AS avg_per_account,
--   +      CAST(NULL AS DECIMAL) AS avg_per_account,
-- snowflake:
--   -    AVG(COALESCE(orders_scan.sum_amount, 0)) AS avg_per_account
--   +    AVG(CAST(COALESCE(orders_scan.sum_amount, 0) AS DOUBLE)) AS avg_per_account
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -    AVG(CAST(COALESCE(rows_per_key.sum_amount, 0) > 300 AS INT)) AS share_per_accounts
--   +    AVG(
--   +      CAST(CASE
--   +        WHEN COALESCE(rows_per_key.sum_amount, 0) > 300
--   +        THEN 1.0
--   +        WHEN NOT (
--   +          COALESCE(rows_per_key.sum_amount, 0) > 300
--   +        )
--   +        THEN 0.0
--   +      END AS DOUBLE)
--   +    ) AS share_per_accounts
--   -      NULL AS share_per_accounts
--   +      CAST(NULL AS DECIMAL(1, 0)) AS share_per_accounts
--   -      NULL AS avg_per_account,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_account,

-- a percentage is of exact values, not of rounded rows
--   revenue / total(revenue) as share, round(revenue / total(revenue), 2) as rounded by accounts.region
WITH orders_scan /* sum_amount */ AS (
  SELECT
    account.region AS region,
    SUM(orders.amount) AS sum_amount
  FROM orders
  LEFT JOIN accounts AS account
    ON orders.account_id = account.account_id
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
)
SELECT
  with_totals.region AS region,
  COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) AS share,
  ROUND(
    COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0),
    2
  ) AS rounded
FROM with_totals
WHERE
  with_totals.level = 0
ORDER BY
  with_totals.region NULLS LAST;
-- postgres:
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL) AS total_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS TEXT) AS region,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   -  COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) AS share,
--   +  CAST(COALESCE(with_totals.sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) AS share,
--   -    COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0),
--   +    CAST(CAST(COALESCE(with_totals.sum_amount, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) AS DECIMAL),
--   -  with_totals.region NULLS LAST
--   +  with_totals.region COLLATE "C" ASC
-- snowflake:
--   -      NULL AS total_sum_amount
--   +      CAST(NULL AS DECIMAL(1, 0)) AS total_sum_amount
--   -      NULL AS region,
--   -      NULL AS sum_amount,
--   +      CAST(NULL AS VARCHAR) AS region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   -  COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) AS share,
--   +  CAST(COALESCE(with_totals.sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0) AS share,
--   -    COALESCE(with_totals.sum_amount, 0) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0),
--   +    CAST(COALESCE(with_totals.sum_amount, 0) AS DOUBLE) / NULLIF(COALESCE(with_totals.total_sum_amount, 0), 0),

-- distinct over time is no sum
--   buyers by quarter for 2025-01-01 to 2025-06-30
WITH orders_scan /* buyers */ AS (
  SELECT
    CAST(DATE_TRUNC('quarter', orders.ordered_on) AS DATE) AS quarter,
    COUNT(DISTINCT orders.account_id) AS buyers
  FROM orders
  WHERE
    orders.ordered_on >= CAST('2025-01-01' AS DATE)
    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
  GROUP BY
    1
), quarters /* every quarter */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
    ) AS DATE) AS quarter
), answer /* one row for each group */ AS (
  SELECT
    stacked.quarter,
    MAX(stacked.buyers) AS buyers
  FROM (
    SELECT
      orders_scan.quarter AS quarter,
      orders_scan.buyers AS buyers
    FROM orders_scan
    UNION ALL
    SELECT
      quarters.quarter AS quarter,
      NULL AS buyers
    FROM quarters
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.quarter AS quarter,
  COALESCE(answer.buyers, 0) AS buyers
FROM answer
ORDER BY
  answer.quarter NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('quarter', orders.ordered_on) AS DATE) AS quarter,
--   +    CAST(DATE_TRUNC('quarter', CAST(orders.ordered_on AS TIMESTAMP)) AS DATE) AS quarter,
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    CAST(series.start AS DATE) AS quarter
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-04-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '3 MONTH'
--   +  ) AS series(start)
--   -      NULL AS buyers
--   +      CAST(NULL AS DECIMAL) AS buyers
--   -  answer.quarter NULLS LAST
--   +  answer.quarter ASC
-- snowflake:
--   -    orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -    AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +    orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-04-01' AS DATE), INTERVAL '3' MONTH)
--   -    ) AS DATE) AS quarter
--   +    DATEADD(MONTH, numbers.n * 3, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS quarter
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +  ) AS numbers
--   -      NULL AS buyers
--   +      CAST(NULL AS DECIMAL(1, 0)) AS buyers

-- and over the half year
--   buyers for 2025-01-01 to 2025-06-30
SELECT
  COUNT(DISTINCT orders.account_id) AS buyers
FROM orders
WHERE
  orders.ordered_on >= CAST('2025-01-01' AS DATE)
  AND orders.ordered_on < CAST('2025-07-01' AS DATE);
-- snowflake:
--   -  orders.ordered_on >= CAST('2025-01-01' AS DATE)
--   -  AND orders.ordered_on < CAST('2025-07-01' AS DATE)
--   +  orders.ordered_on >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +  AND orders.ordered_on < TO_DATE('2025-07-01', 'YYYY-MM-DD')
