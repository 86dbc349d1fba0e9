-- nothing at all
--   count(nothing) as n, sum(nothing.amount) as s, avg(nothing.amount) as a, count(nothing) / count(nothing) as r, count(nothing at end) as e
WITH nothing_scan /* count_nothing, sum_amount, avg_amount */ AS (
  SELECT
    COUNT(*) AS count_nothing,
    SUM(nothing.amount) AS sum_amount,
    AVG(nothing.amount) AS avg_amount
  FROM nothing
), nothing_at_end_scan /* count_nothing_at_end */ AS (
  SELECT
    COUNT(*) AS count_nothing_at_end
  FROM nothing
  WHERE
    nothing.at_day < CAST('2025-07-01' AS DATE)
    AND (
      nothing.gone_on IS NULL OR nothing.gone_on >= CAST('2025-07-01' AS DATE)
    )
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.count_nothing) AS count_nothing,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.avg_amount) AS avg_amount,
    MAX(stacked.count_nothing_at_end) AS count_nothing_at_end
  FROM (
    SELECT
      nothing_scan.count_nothing AS count_nothing,
      nothing_scan.sum_amount AS sum_amount,
      nothing_scan.avg_amount AS avg_amount,
      NULL AS count_nothing_at_end
    FROM nothing_scan
    UNION ALL
    SELECT
      NULL AS count_nothing,
      NULL AS sum_amount,
      NULL AS avg_amount,
      nothing_at_end_scan.count_nothing_at_end AS count_nothing_at_end
    FROM nothing_at_end_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.count_nothing, 0) AS n,
  COALESCE(answer.sum_amount, 0) AS s,
  answer.avg_amount AS a,
  COALESCE(answer.count_nothing, 0) / NULLIF(COALESCE(answer.count_nothing, 0), 0) AS r,
  COALESCE(answer.count_nothing_at_end, 0) AS e
FROM answer;
-- postgres:
--   -    AVG(nothing.amount) AS avg_amount
--   +    AVG(CAST(nothing.amount AS DOUBLE PRECISION)) AS avg_amount
--   -      NULL AS count_nothing_at_end
--   +      CAST(NULL AS DECIMAL) AS count_nothing_at_end
--   -      NULL AS count_nothing,
--   -      NULL AS sum_amount,
--   -      NULL AS avg_amount,
--   +      CAST(NULL AS DECIMAL) AS count_nothing,
--   +      CAST(NULL AS DECIMAL) AS sum_amount,
--   +      CAST(NULL AS DECIMAL) AS avg_amount,
--   -  COALESCE(answer.count_nothing, 0) / NULLIF(COALESCE(answer.count_nothing, 0), 0) AS r,
--   +  CAST(COALESCE(answer.count_nothing, 0) AS DOUBLE PRECISION) / NULLIF(COALESCE(answer.count_nothing, 0), 0) AS r,
-- snowflake:
--   -    AVG(nothing.amount) AS avg_amount
--   +    AVG(CAST(nothing.amount AS DOUBLE)) AS avg_amount
--   -    nothing.at_day < CAST('2025-07-01' AS DATE)
--   +    nothing.at_day < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -      nothing.gone_on IS NULL OR nothing.gone_on >= CAST('2025-07-01' AS DATE)
--   +      nothing.gone_on IS NULL OR nothing.gone_on >= TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -      NULL AS count_nothing_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing_at_end
--   -      NULL AS count_nothing,
--   -      NULL AS sum_amount,
--   -      NULL AS avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount,
--   -  COALESCE(answer.count_nothing, 0) / NULLIF(COALESCE(answer.count_nothing, 0), 0) AS r,
--   +  CAST(COALESCE(answer.count_nothing, 0) AS DOUBLE) / NULLIF(COALESCE(answer.count_nothing, 0), 0) AS r,

-- nothing by group
--   count(nothing) as n, avg(nothing.amount) as a by nothing.region
SELECT
  nothing.region AS region,
  COUNT(*) AS n,
  AVG(nothing.amount) AS a
FROM nothing
GROUP BY
  1
ORDER BY
  nothing.region NULLS LAST;
-- postgres:
--   -  AVG(nothing.amount) AS a
--   +  AVG(CAST(nothing.amount AS DOUBLE PRECISION)) AS a
--   -  nothing.region NULLS LAST
--   +  nothing.region COLLATE "C" ASC
-- snowflake:
--   -  AVG(nothing.amount) AS a
--   +  AVG(CAST(nothing.amount AS DOUBLE)) AS a

-- nothing by month has no periods
--   count(nothing) as n by month
WITH nothing_scan /* count_nothing */ AS (
  SELECT
    CAST(DATE_TRUNC('month', nothing.at_day) AS DATE) AS month,
    COUNT(*) AS count_nothing
  FROM nothing
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(nothing_scan.month) AS first_period,
      MAX(nothing_scan.month) AS last_period
    FROM nothing_scan
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
    MAX(stacked.count_nothing) AS count_nothing
  FROM (
    SELECT
      nothing_scan.month AS month,
      nothing_scan.count_nothing AS count_nothing
    FROM nothing_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_nothing
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_nothing, 0) AS n
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', nothing.at_day) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(nothing.at_day AS TIMESTAMP)) AS DATE) AS month,
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
--   -      NULL AS count_nothing
--   +      CAST(NULL AS DECIMAL) AS count_nothing
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH nothing_scan /* count_nothing */ AS (
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
--   +), nothing_scan /* count_nothing */ AS (
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
--   -      NULL AS count_nothing
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing

-- nothing in months that are asked for
--   count(nothing) as n, avg(nothing.amount) as a, count(nothing at end) as e, running(sum(nothing.amount)) as r, trailing(avg(nothing.amount), 2 months) as t, growth(count(nothing), 1 month) as g by month for 2025-01 to 2025-02
WITH nothing_by_month /* count_nothing, avg_amount_above, avg_amount_below, running_sum_amount of each month */ AS (
  SELECT
    CAST(DATE_TRUNC('month', nothing.at_day) AS DATE) AS starting_month,
    COUNT(*) AS count_nothing,
    SUM(CAST(nothing.amount AS DOUBLE)) AS avg_amount_above,
    COUNT(nothing.amount) AS avg_amount_below,
    SUM(nothing.amount) AS running_sum_amount
  FROM nothing
  WHERE
    nothing.at_day < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), nothing_scan /* count_nothing, avg_amount */ AS (
  SELECT
    nothing_by_month.starting_month AS month,
    SUM(nothing_by_month.count_nothing) AS count_nothing,
    SUM(nothing_by_month.avg_amount_above) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS avg_amount
  FROM nothing_by_month
  WHERE
    nothing_by_month.starting_month >= CAST('2025-01-01' AS DATE)
    AND nothing_by_month.starting_month < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), nothing_scan_2 /* running_sum_amount */ AS (
  SELECT
    CASE
      WHEN nothing_by_month.starting_month IS NULL OR CAST('2025-01-01' AS DATE) IS NULL
      THEN NULL
      ELSE GREATEST(nothing_by_month.starting_month, CAST('2025-01-01' AS DATE))
    END AS month,
    SUM(nothing_by_month.running_sum_amount) AS running_sum_amount
  FROM nothing_by_month
  WHERE
    NOT nothing_by_month.starting_month IS NULL
    AND nothing_by_month.starting_month < CAST('2025-03-01' AS DATE)
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
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_with_rows AS (
  SELECT DISTINCT
    nothing_by_month.starting_month AS seen
  FROM nothing_by_month
), months_seen /* which months each month sees */ AS (
  SELECT
    months_with_rows.seen,
    months.month
  FROM months
  INNER JOIN months_with_rows
    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND months_with_rows.seen < months.ends
), nothing_scan_3 /* trailing_avg_amount */ AS (
  SELECT
    months_seen.month AS month,
    SUM(nothing_by_month.avg_amount_above) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS trailing_avg_amount
  FROM nothing_by_month
  INNER JOIN months_seen
    ON nothing_by_month.starting_month = months_seen.seen
  GROUP BY
    1
), nothing_prior_scan /* prior_count_nothing */ AS (
  SELECT
    CAST(nothing_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
    SUM(nothing_by_month.count_nothing) AS prior_count_nothing
  FROM nothing_by_month
  WHERE
    CAST(nothing_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
    AND CAST(nothing_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), nothing_by_months /* count_nothing_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', nothing.at_day) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', nothing.gone_on) AS DATE) AS last_month,
    COUNT(*) AS count_nothing_at_end
  FROM nothing
  GROUP BY
    1,
    2
), nothing_at_end_scan /* count_nothing_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(nothing_by_months.count_nothing_at_end) AS count_nothing_at_end
  FROM nothing_by_months
  INNER JOIN months
    ON nothing_by_months.first_month < months.ends
    AND (
      nothing_by_months.last_month IS NULL
      OR nothing_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_nothing) AS count_nothing,
    MAX(stacked.avg_amount) AS avg_amount,
    MAX(stacked.count_nothing_at_end) AS count_nothing_at_end,
    MAX(stacked.running_sum_amount) AS running_sum_amount,
    MAX(stacked.trailing_avg_amount) AS trailing_avg_amount,
    MAX(stacked.prior_count_nothing) AS prior_count_nothing
  FROM (
    SELECT
      nothing_scan.month AS month,
      nothing_scan.count_nothing AS count_nothing,
      nothing_scan.avg_amount AS avg_amount,
      NULL AS count_nothing_at_end,
      NULL AS running_sum_amount,
      NULL AS trailing_avg_amount,
      NULL AS prior_count_nothing
    FROM nothing_scan
    UNION ALL
    SELECT
      nothing_scan_2.month AS month,
      NULL AS count_nothing,
      NULL AS avg_amount,
      NULL AS count_nothing_at_end,
      nothing_scan_2.running_sum_amount AS running_sum_amount,
      NULL AS trailing_avg_amount,
      NULL AS prior_count_nothing
    FROM nothing_scan_2
    UNION ALL
    SELECT
      nothing_scan_3.month AS month,
      NULL AS count_nothing,
      NULL AS avg_amount,
      NULL AS count_nothing_at_end,
      NULL AS running_sum_amount,
      nothing_scan_3.trailing_avg_amount AS trailing_avg_amount,
      NULL AS prior_count_nothing
    FROM nothing_scan_3
    UNION ALL
    SELECT
      nothing_prior_scan.month AS month,
      NULL AS count_nothing,
      NULL AS avg_amount,
      NULL AS count_nothing_at_end,
      NULL AS running_sum_amount,
      NULL AS trailing_avg_amount,
      nothing_prior_scan.prior_count_nothing AS prior_count_nothing
    FROM nothing_prior_scan
    UNION ALL
    SELECT
      nothing_at_end_scan.month AS month,
      NULL AS count_nothing,
      NULL AS avg_amount,
      nothing_at_end_scan.count_nothing_at_end AS count_nothing_at_end,
      NULL AS running_sum_amount,
      NULL AS trailing_avg_amount,
      NULL AS prior_count_nothing
    FROM nothing_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_nothing,
      NULL AS avg_amount,
      NULL AS count_nothing_at_end,
      NULL AS running_sum_amount,
      NULL AS trailing_avg_amount,
      NULL AS prior_count_nothing
    FROM months
  ) AS stacked
  GROUP BY
    1
), with_running /* running: running_sum_amount */ AS (
  SELECT
    answer.month,
    answer.count_nothing,
    answer.avg_amount,
    answer.count_nothing_at_end,
    CASE
      WHEN NOT answer.month IS NULL
      THEN SUM(answer.running_sum_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    END AS running_sum_amount,
    answer.trailing_avg_amount,
    answer.prior_count_nothing
  FROM answer
)
SELECT
  with_running.month AS month,
  COALESCE(with_running.count_nothing, 0) AS n,
  with_running.avg_amount AS a,
  COALESCE(with_running.count_nothing_at_end, 0) AS e,
  COALESCE(with_running.running_sum_amount, 0) AS r,
  with_running.trailing_avg_amount AS t,
  (
    COALESCE(with_running.count_nothing, 0) - COALESCE(with_running.prior_count_nothing, 0)
  ) / NULLIF(ABS(COALESCE(with_running.prior_count_nothing, 0)), 0) AS g
FROM with_running
ORDER BY
  with_running.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', nothing.at_day) AS DATE) AS starting_month,
--   +    CAST(DATE_TRUNC('month', CAST(nothing.at_day AS TIMESTAMP)) AS DATE) AS starting_month,
--   -    SUM(CAST(nothing.amount AS DOUBLE)) AS avg_amount_above,
--   +    SUM(CAST(nothing.amount AS DOUBLE PRECISION)) AS avg_amount_above,
--   -    SUM(nothing_by_month.avg_amount_above) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS avg_amount
--   +    CAST(SUM(nothing_by_month.avg_amount_above) AS DOUBLE PRECISION) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS avg_amount
--   -    CASE
--   -      WHEN nothing_by_month.starting_month IS NULL OR CAST('2025-01-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(nothing_by_month.starting_month, CAST('2025-01-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(nothing_by_month.starting_month, CAST('2025-01-01' AS DATE)) AS month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -    SUM(nothing_by_month.avg_amount_above) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS trailing_avg_amount
--   +    CAST(SUM(nothing_by_month.avg_amount_above) AS DOUBLE PRECISION) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS trailing_avg_amount
--   -    CAST(nothing_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    CAST(nothing_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) AS month,
--   -    CAST(nothing_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(nothing_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(nothing_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-01-01' AS DATE)
--   +    AND CAST(nothing_by_month.starting_month + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(DATE_TRUNC('month', nothing.at_day) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', nothing.gone_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(nothing.at_day AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(nothing.gone_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -      NULL AS count_nothing_at_end,
--   -      NULL AS running_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL) AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_count_nothing
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   -      NULL AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL) AS count_nothing,
--   +      CAST(NULL AS DECIMAL) AS avg_amount,
--   +      CAST(NULL AS DECIMAL) AS count_nothing_at_end,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_count_nothing
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   -      NULL AS count_nothing_at_end,
--   -      NULL AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS count_nothing,
--   +      CAST(NULL AS DECIMAL) AS avg_amount,
--   +      CAST(NULL AS DECIMAL) AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL) AS prior_count_nothing
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   -      NULL AS count_nothing_at_end,
--   -      NULL AS running_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL) AS count_nothing,
--   +      CAST(NULL AS DECIMAL) AS avg_amount,
--   +      CAST(NULL AS DECIMAL) AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount,
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   +      CAST(NULL AS DECIMAL) AS count_nothing,
--   +      CAST(NULL AS DECIMAL) AS avg_amount,
--   -      NULL AS running_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_count_nothing
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   -      NULL AS count_nothing_at_end,
--   -      NULL AS running_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL) AS count_nothing,
--   +      CAST(NULL AS DECIMAL) AS avg_amount,
--   +      CAST(NULL AS DECIMAL) AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL) AS prior_count_nothing
--   -      THEN SUM(answer.running_sum_amount) OVER (ORDER BY answer.month NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   +      THEN SUM(answer.running_sum_amount) OVER (ORDER BY answer.month ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(with_running.prior_count_nothing, 0)), 0) AS g
--   +  ) AS DOUBLE PRECISION) / NULLIF(ABS(COALESCE(with_running.prior_count_nothing, 0)), 0) AS g
--   -  with_running.month NULLS LAST
--   +  with_running.month ASC
-- snowflake:
--   -    nothing.at_day < CAST('2025-03-01' AS DATE)
--   +    nothing.at_day < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    SUM(nothing_by_month.avg_amount_above) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS avg_amount
--   +    CAST(SUM(nothing_by_month.avg_amount_above) AS DOUBLE) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS avg_amount
--   -    nothing_by_month.starting_month >= CAST('2025-01-01' AS DATE)
--   -    AND nothing_by_month.starting_month < CAST('2025-03-01' AS DATE)
--   +    nothing_by_month.starting_month >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND nothing_by_month.starting_month < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CASE
--   -      WHEN nothing_by_month.starting_month IS NULL OR CAST('2025-01-01' AS DATE) IS NULL
--   -      THEN NULL
--   -      ELSE GREATEST(nothing_by_month.starting_month, CAST('2025-01-01' AS DATE))
--   -    END AS month,
--   +    GREATEST(nothing_by_month.starting_month, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month,
--   -    AND nothing_by_month.starting_month < CAST('2025-03-01' AS DATE)
--   +    AND nothing_by_month.starting_month < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-02-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    ON months_with_rows.seen >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON months_with_rows.seen >= DATEADD(MONTH, -2, months.ends)
--   -    SUM(nothing_by_month.avg_amount_above) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS trailing_avg_amount
--   +    CAST(SUM(nothing_by_month.avg_amount_above) AS DOUBLE) / NULLIF(SUM(nothing_by_month.avg_amount_below), 0) AS trailing_avg_amount
--   -    CAST(nothing_by_month.starting_month + INTERVAL '1' MONTH AS DATE) AS month,
--   +    DATEADD(MONTH, 1, nothing_by_month.starting_month) AS month,
--   -    CAST(nothing_by_month.starting_month + INTERVAL '1' MONTH AS DATE) >= CAST('2025-01-01' AS DATE)
--   -    AND CAST(nothing_by_month.starting_month + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, nothing_by_month.starting_month) >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, nothing_by_month.starting_month) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -      NULL AS count_nothing_at_end,
--   -      NULL AS running_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_nothing
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   -      NULL AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing_at_end,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_nothing
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   -      NULL AS count_nothing_at_end,
--   -      NULL AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_nothing
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   -      NULL AS count_nothing_at_end,
--   -      NULL AS running_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_avg_amount,
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount,
--   -      NULL AS running_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_nothing
--   -      NULL AS count_nothing,
--   -      NULL AS avg_amount,
--   -      NULL AS count_nothing_at_end,
--   -      NULL AS running_sum_amount,
--   -      NULL AS trailing_avg_amount,
--   -      NULL AS prior_count_nothing
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_sum_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_avg_amount,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_nothing
--   -  (
--   +  CAST((
--   -  ) / NULLIF(ABS(COALESCE(with_running.prior_count_nothing, 0)), 0) AS g
--   +  ) AS DOUBLE) / NULLIF(ABS(COALESCE(with_running.prior_count_nothing, 0)), 0) AS g

-- nothing per anything
--   avg(count(nothing) per nothing.region) as a, count(count(nothing) per nothing.region) as c, sum(count(nothing) per nothing) as s, avg(count(nothing) per day) as d for 2025-01
WITH nothing_scan /* count_nothing */ AS (
  SELECT
    nothing.region AS region,
    COUNT(*) AS count_nothing
  FROM nothing
  WHERE
    nothing.at_day >= CAST('2025-01-01' AS DATE)
    AND nothing.at_day < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), values_per_region /* avg_per_region, count_per_region */ AS (
  SELECT
    AVG(COALESCE(nothing_scan.count_nothing, 0)) AS avg_per_region,
    COUNT(COALESCE(nothing_scan.count_nothing, 0)) AS count_per_region
  FROM nothing_scan
  WHERE
    NOT nothing_scan.region IS NULL
), nothing_scan_2 /* count_nothing */ AS (
  SELECT
    nothing.id AS nothing,
    COUNT(*) AS count_nothing
  FROM nothing
  WHERE
    nothing.at_day >= CAST('2025-01-01' AS DATE)
    AND nothing.at_day < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.nothing,
    MAX(stacked.count_nothing) AS count_nothing,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      nothing_scan_2.nothing AS nothing,
      nothing_scan_2.count_nothing AS count_nothing,
      NULL AS is_member
    FROM nothing_scan_2
    UNION ALL
    SELECT
      nothing.id AS nothing,
      NULL AS count_nothing,
      1 AS is_member
    FROM nothing
  ) AS stacked
  GROUP BY
    1
), values_per_nothing /* sum_per_nothing */ AS (
  SELECT
    SUM(COALESCE(rows_per_key.count_nothing, 0)) AS sum_per_nothing
  FROM rows_per_key
  WHERE
    NOT rows_per_key.nothing IS NULL AND rows_per_key.is_member = 1
), nothing_by_day /* count_nothing of each day */ AS (
  SELECT
    nothing.at_day AS starting_day,
    COUNT(*) AS count_nothing
  FROM nothing
  WHERE
    nothing.at_day >= CAST('2025-01-01' AS DATE)
    AND nothing.at_day < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-02-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-01-01' AS DATE)
    AND series.atom < CAST('2025-02-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-07-01' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    nothing_by_day.starting_day AS seen
  FROM nothing_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), nothing_scan_3 /* count_nothing */ AS (
  SELECT
    days_seen.day AS day,
    SUM(nothing_by_day.count_nothing) AS count_nothing
  FROM nothing_by_day
  INNER JOIN days_seen
    ON nothing_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key_2 /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_nothing) AS count_nothing
  FROM (
    SELECT
      nothing_scan_3.day AS day,
      nothing_scan_3.count_nothing AS count_nothing
    FROM nothing_scan_3
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_nothing
    FROM days
  ) AS stacked
  GROUP BY
    1
), values_per_day /* avg_per_day */ AS (
  SELECT
    AVG(COALESCE(rows_per_key_2.count_nothing, 0)) AS avg_per_day
  FROM rows_per_key_2
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.avg_per_region) AS avg_per_region,
    MAX(stacked.count_per_region) AS count_per_region,
    MAX(stacked.sum_per_nothing) AS sum_per_nothing,
    MAX(stacked.avg_per_day) AS avg_per_day
  FROM (
    SELECT
      values_per_region.avg_per_region AS avg_per_region,
      values_per_region.count_per_region AS count_per_region,
      NULL AS sum_per_nothing,
      NULL AS avg_per_day
    FROM values_per_region
    UNION ALL
    SELECT
      NULL AS avg_per_region,
      NULL AS count_per_region,
      values_per_nothing.sum_per_nothing AS sum_per_nothing,
      NULL AS avg_per_day
    FROM values_per_nothing
    UNION ALL
    SELECT
      NULL AS avg_per_region,
      NULL AS count_per_region,
      NULL AS sum_per_nothing,
      values_per_day.avg_per_day AS avg_per_day
    FROM values_per_day
  ) AS stacked
)
SELECT
  answer.avg_per_region AS a,
  COALESCE(answer.count_per_region, 0) AS c,
  COALESCE(answer.sum_per_nothing, 0) AS s,
  answer.avg_per_day AS d
FROM answer;
-- postgres:
--   -    AVG(COALESCE(nothing_scan.count_nothing, 0)) AS avg_per_region,
--   +    AVG(CAST(COALESCE(nothing_scan.count_nothing, 0) AS DOUBLE PRECISION)) AS avg_per_region,
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS count_nothing,
--   +      CAST(NULL AS DECIMAL) AS count_nothing,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-02-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-02-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_nothing
--   +      CAST(NULL AS DECIMAL) AS count_nothing
--   -    AVG(COALESCE(rows_per_key_2.count_nothing, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key_2.count_nothing, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -      NULL AS sum_per_nothing,
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL) AS sum_per_nothing,
--   +      CAST(NULL AS DECIMAL) AS avg_per_day
--   -      NULL AS avg_per_region,
--   -      NULL AS count_per_region,
--   +      CAST(NULL AS DECIMAL) AS avg_per_region,
--   +      CAST(NULL AS DECIMAL) AS count_per_region,
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL) AS avg_per_day
--   -      NULL AS avg_per_region,
--   -      NULL AS count_per_region,
--   -      NULL AS sum_per_nothing,
--   +      CAST(NULL AS DECIMAL) AS avg_per_region,
--   +      CAST(NULL AS DECIMAL) AS count_per_region,
--   +      CAST(NULL AS DECIMAL) AS sum_per_nothing,
-- snowflake:
--   -    nothing.at_day >= CAST('2025-01-01' AS DATE)
--   -    AND nothing.at_day < CAST('2025-02-01' AS DATE)
--   +    nothing.at_day >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND nothing.at_day < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    AVG(COALESCE(nothing_scan.count_nothing, 0)) AS avg_per_region,
--   +    AVG(CAST(COALESCE(nothing_scan.count_nothing, 0) AS DOUBLE)) AS avg_per_region,
--   -    nothing.at_day >= CAST('2025-01-01' AS DATE)
--   -    AND nothing.at_day < CAST('2025-02-01' AS DATE)
--   +    nothing.at_day >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND nothing.at_day < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS count_nothing,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing,
--   -    nothing.at_day >= CAST('2025-01-01' AS DATE)
--   -    AND nothing.at_day < CAST('2025-02-01' AS DATE)
--   +    nothing.at_day >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND nothing.at_day < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-02-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 34))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-01-01' AS DATE)
--   -    AND series.atom < CAST('2025-02-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-07-01' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-07-01', 'YYYY-MM-DD')
--   -      NULL AS count_nothing
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_nothing
--   -    AVG(COALESCE(rows_per_key_2.count_nothing, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key_2.count_nothing, 0) AS DOUBLE)) AS avg_per_day
--   -      NULL AS sum_per_nothing,
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_nothing,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day
--   -      NULL AS avg_per_region,
--   -      NULL AS count_per_region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_region,
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day
--   -      NULL AS avg_per_region,
--   -      NULL AS count_per_region,
--   -      NULL AS sum_per_nothing,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_region,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_nothing,

-- nothing on top
--   count(nothing) as n top 3 nothing.region by n with others
WITH nothing_scan /* count_nothing */ AS (
  SELECT
    nothing.region AS region,
    COUNT(*) AS count_nothing
  FROM nothing
  GROUP BY
    1
), top_region_places AS (
  SELECT
    nothing_scan.region,
    ROW_NUMBER() OVER (
      ORDER BY COALESCE(nothing_scan.count_nothing, 0) DESC NULLS LAST, nothing_scan.region NULLS LAST
    ) AS place
  FROM nothing_scan
), top_region /* the best 3 of region */ AS (
  SELECT
    region,
    place
  FROM top_region_places
  WHERE
    place <= 3
)
SELECT
  CASE
    WHEN CASE WHEN best.place IS NULL THEN 1 ELSE 0 END = 1
    THEN 'Other'
    ELSE CASE WHEN NOT best.place IS NULL THEN nothing.region END
  END AS region,
  COUNT(*) AS n,
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END AS is_other
FROM nothing
LEFT JOIN top_region AS best
  ON best.region IS NOT DISTINCT FROM nothing.region
GROUP BY
  3,
  CASE WHEN NOT best.place IS NULL THEN nothing.region END
ORDER BY
  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
  CASE WHEN NOT best.place IS NULL THEN nothing.region END NULLS LAST;
-- postgres:
--   -      ORDER BY COALESCE(nothing_scan.count_nothing, 0) DESC NULLS LAST, nothing_scan.region NULLS LAST
--   +      ORDER BY COALESCE(nothing_scan.count_nothing, 0) DESC NULLS LAST, nothing_scan.region COLLATE "C" ASC
--   -  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END NULLS LAST,
--   -  CASE WHEN NOT best.place IS NULL THEN nothing.region END NULLS LAST
--   +  CASE WHEN best.place IS NULL THEN 1 ELSE 0 END ASC,
--   +  CASE WHEN NOT best.place IS NULL THEN nothing.region END COLLATE "C" ASC

-- rows without any time
--   sum(timeless.n) as n by month
WITH timeless_scan /* sum_n */ AS (
  SELECT
    CAST(DATE_TRUNC('month', timeless.at_day) AS DATE) AS month,
    SUM(timeless.n) AS sum_n
  FROM timeless
  GROUP BY
    1
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(timeless_scan.month) AS first_period,
      MAX(timeless_scan.month) AS last_period
    FROM timeless_scan
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
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      timeless_scan.month AS month,
      timeless_scan.sum_n AS sum_n
    FROM timeless_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_n
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_n, 0) AS n
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', timeless.at_day) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(timeless.at_day AS TIMESTAMP)) AS DATE) AS month,
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
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH timeless_scan /* sum_n */ AS (
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
--   +), timeless_scan /* sum_n */ AS (
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
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n

-- rows without any time, by group too
--   sum(timeless.n) as n by month, timeless.region
WITH timeless_scan /* sum_n */ AS (
  SELECT
    CAST(DATE_TRUNC('month', timeless.at_day) AS DATE) AS month,
    timeless.region AS region,
    SUM(timeless.n) AS sum_n
  FROM timeless
  GROUP BY
    1,
    2
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    region
  FROM timeless_scan
), extent /* the first and last month with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(timeless_scan.month) AS first_period,
      MAX(timeless_scan.month) AS last_period
    FROM timeless_scan
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
    MAX(stacked.sum_n) AS sum_n
  FROM (
    SELECT
      timeless_scan.month AS month,
      timeless_scan.region AS region,
      timeless_scan.sum_n AS sum_n
    FROM timeless_scan
    UNION ALL
    SELECT
      months.month AS month,
      groups.region AS region,
      NULL AS sum_n
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
  COALESCE(answer.sum_n, 0) AS n
FROM answer
ORDER BY
  answer.month NULLS LAST,
  answer.region NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', timeless.at_day) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(timeless.at_day AS TIMESTAMP)) AS DATE) AS month,
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
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL) AS sum_n
--   -  answer.month NULLS LAST,
--   -  answer.region NULLS LAST
--   +  answer.month ASC,
--   +  answer.region COLLATE "C" ASC
-- snowflake:
--   -WITH timeless_scan /* sum_n */ AS (
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
--   +), timeless_scan /* sum_n */ AS (
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
--   -      NULL AS sum_n
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_n

-- money adds up to the cent
--   sum(money.amount) as s, sum(money.amount) = 0.3 as exact by money.kind where money.kind in ('cent', 'huge')
SELECT
  money.kind AS kind,
  COALESCE(SUM(money.amount), 0) AS s,
  COALESCE(SUM(money.amount), 0) = 0.3 AS exact
FROM money
WHERE
  money.kind IN ('cent', 'huge')
GROUP BY
  1
ORDER BY
  money.kind NULLS LAST;
-- postgres:
--   -  money.kind NULLS LAST
--   +  money.kind COLLATE "C" ASC

-- what cancels out is zero, and divides to null
--   sum(money.amount) as s, 1 / sum(money.amount) as r where money.kind = 'back'
SELECT
  COALESCE(SUM(money.amount), 0) AS s,
  1 / NULLIF(COALESCE(SUM(money.amount), 0), 0) AS r
FROM money
WHERE
  money.kind = 'back';
-- postgres:
--   -  1 / NULLIF(COALESCE(SUM(money.amount), 0), 0) AS r
--   +  CAST(1 AS DOUBLE PRECISION) / NULLIF(COALESCE(SUM(money.amount), 0), 0) AS r
-- snowflake:
--   -  1 / NULLIF(COALESCE(SUM(money.amount), 0), 0) AS r
--   +  CAST(1 AS DOUBLE) / NULLIF(COALESCE(SUM(money.amount), 0), 0) AS r

-- whole numbers as large as they come
--   sum(money.big) as s, avg(money.big) as a, max(money.big) as m where money.kind = 'cent'
SELECT
  COALESCE(SUM(money.big), 0) AS s,
  AVG(money.big) AS a,
  MAX(money.big) AS m
FROM money
WHERE
  money.kind = 'cent';
-- postgres:
--   -  AVG(money.big) AS a,
--   +  AVG(CAST(money.big AS DOUBLE PRECISION)) AS a,
-- snowflake:
--   -  AVG(money.big) AS a,
--   +  AVG(CAST(money.big AS DOUBLE)) AS a,

-- growth over a change of sign by day
--   growth(sum(money.amount), 1 day) as g by day for 2025-01-05 to 2025-01-06
WITH money_by_day /* sum_amount of each day */ AS (
  SELECT
    money.at_day AS starting_day,
    SUM(money.amount) AS sum_amount
  FROM money
  WHERE
    money.at_day >= CAST('2025-01-04' AS DATE)
    AND money.at_day < CAST('2025-01-07' AS DATE)
  GROUP BY
    1
), money_scan /* sum_amount */ AS (
  SELECT
    money_by_day.starting_day AS day,
    money_by_day.sum_amount AS sum_amount
  FROM money_by_day
  WHERE
    money_by_day.starting_day >= CAST('2025-01-05' AS DATE)
    AND money_by_day.starting_day < CAST('2025-01-07' AS DATE)
), money_prior_scan /* prior_sum_amount */ AS (
  SELECT
    CAST(money_by_day.starting_day + INTERVAL '1' DAY AS DATE) AS day,
    money_by_day.sum_amount AS prior_sum_amount
  FROM money_by_day
  WHERE
    CAST(money_by_day.starting_day + INTERVAL '1' DAY AS DATE) >= CAST('2025-01-05' AS DATE)
    AND CAST(money_by_day.starting_day + INTERVAL '1' DAY AS DATE) < CAST('2025-01-07' AS DATE)
), days /* every day */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-01-05' AS DATE), CAST('2025-01-06' AS DATE), INTERVAL '1' DAY)
    ) AS DATE) AS day
), answer /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.sum_amount) AS sum_amount,
    MAX(stacked.prior_sum_amount) AS prior_sum_amount
  FROM (
    SELECT
      money_scan.day AS day,
      money_scan.sum_amount AS sum_amount,
      NULL AS prior_sum_amount
    FROM money_scan
    UNION ALL
    SELECT
      money_prior_scan.day AS day,
      NULL AS sum_amount,
      money_prior_scan.prior_sum_amount AS prior_sum_amount
    FROM money_prior_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS sum_amount,
      NULL AS prior_sum_amount
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.day AS day,
  (
    COALESCE(answer.sum_amount, 0) - COALESCE(answer.prior_sum_amount, 0)
  ) / NULLIF(ABS(COALESCE(answer.prior_sum_amount, 0)), 0) AS g
FROM answer
ORDER BY
  answer.day NULLS LAST;
-- postgres:
--   -    CAST(money_by_day.starting_day + INTERVAL '1' DAY AS DATE) AS day,
--   +    CAST(money_by_day.starting_day + INTERVAL '1 DAY' AS DATE) AS day,
--   -    CAST(money_by_day.starting_day + INTERVAL '1' DAY AS DATE) >= CAST('2025-01-05' AS DATE)
--   -    AND CAST(money_by_day.starting_day + INTERVAL '1' DAY AS DATE) < CAST('2025-01-07' AS DATE)
--   +    CAST(money_by_day.starting_day + INTERVAL '1 DAY' AS DATE) >= CAST('2025-01-05' AS DATE)
--   +    AND CAST(money_by_day.starting_day + INTERVAL '1 DAY' AS DATE) < CAST('2025-01-07' AS DATE)
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-05' AS DATE), CAST('2025-01-06' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    CAST(series.start AS DATE) AS day
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-01-05' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-01-06' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 DAY'
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
--   -  answer.day NULLS LAST
--   +  answer.day ASC
-- snowflake:
--   -    money.at_day >= CAST('2025-01-04' AS DATE)
--   -    AND money.at_day < CAST('2025-01-07' AS DATE)
--   +    money.at_day >= TO_DATE('2025-01-04', 'YYYY-MM-DD')
--   +    AND money.at_day < TO_DATE('2025-01-07', 'YYYY-MM-DD')
--   -    money_by_day.starting_day >= CAST('2025-01-05' AS DATE)
--   -    AND money_by_day.starting_day < CAST('2025-01-07' AS DATE)
--   +    money_by_day.starting_day >= TO_DATE('2025-01-05', 'YYYY-MM-DD')
--   +    AND money_by_day.starting_day < TO_DATE('2025-01-07', 'YYYY-MM-DD')
--   -    CAST(money_by_day.starting_day + INTERVAL '1' DAY AS DATE) AS day,
--   +    DATEADD(DAY, 1, money_by_day.starting_day) AS day,
--   -    CAST(money_by_day.starting_day + INTERVAL '1' DAY AS DATE) >= CAST('2025-01-05' AS DATE)
--   -    AND CAST(money_by_day.starting_day + INTERVAL '1' DAY AS DATE) < CAST('2025-01-07' AS DATE)
--   +    DATEADD(DAY, 1, money_by_day.starting_day) >= TO_DATE('2025-01-05', 'YYYY-MM-DD')
--   +    AND DATEADD(DAY, 1, money_by_day.starting_day) < TO_DATE('2025-01-07', 'YYYY-MM-DD')
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-01-05' AS DATE), CAST('2025-01-06' AS DATE), INTERVAL '1' DAY)
--   -    ) AS DATE) AS day
--   +    DATEADD(DAY, numbers.n, TO_DATE('2025-01-05', 'YYYY-MM-DD')) AS day
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 2))
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
