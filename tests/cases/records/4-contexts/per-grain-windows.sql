-- the days from the beginning, whatever range is asked for
--   running(count(count(calls) per day)) as days, running(avg(count(calls) per day)) as mean by month for 2025-02-01 to 2025-03-31
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), calls_by_day /* count_calls of each day */ AS (
  SELECT
    calls.day AS starting_day,
    COUNT(*) AS count_calls
  FROM calls
  GROUP BY
    1
), extent /* the first and last day with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(calls.day) AS first_period,
      MAX(calls.day) AS last_period
    FROM calls
    WHERE
      calls.day < CAST('2025-04-01' AS DATE)
  ) AS extents
), days /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          (
            SELECT
              first_period
            FROM extent
          ),
          CAST('2025-04-02' AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    calls_by_day.starting_day AS seen
  FROM calls_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.month,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), calls_scan /* count_calls */ AS (
  SELECT
    days_seen.month AS month,
    days_seen.day AS day,
    SUM(calls_by_day.count_calls) AS count_calls
  FROM calls_by_day
  INNER JOIN days_seen
    ON calls_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.month AS month,
      calls_scan.day AS day,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      days.month AS month,
      days.day AS day,
      NULL AS count_calls
    FROM days
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* running_count_per_day, running_avg_per_day */ AS (
  SELECT
    rows_per_key.month AS month,
    COUNT(COALESCE(rows_per_key.count_calls, 0)) AS running_count_per_day,
    AVG(COALESCE(rows_per_key.count_calls, 0)) AS running_avg_per_day
  FROM rows_per_key
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.running_count_per_day) AS running_count_per_day,
    MAX(stacked.running_avg_per_day) AS running_avg_per_day
  FROM (
    SELECT
      values_per_day.month AS month,
      values_per_day.running_count_per_day AS running_count_per_day,
      values_per_day.running_avg_per_day AS running_avg_per_day
    FROM values_per_day
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS running_count_per_day,
      NULL AS running_avg_per_day
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.running_count_per_day, 0) AS days,
  answer.running_avg_per_day AS mean
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          CAST('2025-04-02' AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -    AVG(COALESCE(rows_per_key.count_calls, 0)) AS running_avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_calls, 0) AS DOUBLE PRECISION)) AS running_avg_per_day
--   -      NULL AS running_count_per_day,
--   -      NULL AS running_avg_per_day
--   +      CAST(NULL AS DECIMAL) AS running_count_per_day,
--   +      CAST(NULL AS DECIMAL) AS running_avg_per_day
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -WITH months /* every month, from `starts` to before `ends` */ AS (
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
--   +), months /* every month, from `starts` to before `ends` */ AS (
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -      calls.day < CAST('2025-04-01' AS DATE)
--   +      calls.day < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(DAY, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS atom
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
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    ),
--   +                    TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    ),
--   +                    TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  ),
--   +                  TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                ),
--   +                TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              ),
--   +              TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            ),
--   +            TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   -          CAST('2025-04-02' AS DATE),
--   -          INTERVAL '1' DAY
--   +          TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
--   -    AVG(COALESCE(rows_per_key.count_calls, 0)) AS running_avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_calls, 0) AS DOUBLE)) AS running_avg_per_day
--   -      NULL AS running_count_per_day,
--   -      NULL AS running_avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_count_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS running_avg_per_day

-- the same without a grain
--   running(count(count(calls) per day)) as days, running(avg(count(calls) per day)) as mean for 2025-03
WITH calls_by_day /* count_calls of each day */ AS (
  SELECT
    calls.day AS starting_day,
    COUNT(*) AS count_calls
  FROM calls
  GROUP BY
    1
), extent /* the first and last day with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(calls.day) AS first_period,
      MAX(calls.day) AS last_period
    FROM calls
    WHERE
      calls.day < CAST('2025-04-01' AS DATE)
  ) AS extents
), days /* every day that has begun */ AS (
  SELECT
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          (
            SELECT
              first_period
            FROM extent
          ),
          CAST('2025-04-02' AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    calls_by_day.starting_day AS seen
  FROM calls_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), calls_scan /* count_calls */ AS (
  SELECT
    days_seen.day AS day,
    SUM(calls_by_day.count_calls) AS count_calls
  FROM calls_by_day
  INNER JOIN days_seen
    ON calls_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.day,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.day AS day,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      days.day AS day,
      NULL AS count_calls
    FROM days
  ) AS stacked
  GROUP BY
    1
)
SELECT
  COUNT(COALESCE(rows_per_key.count_calls, 0)) AS days,
  AVG(COALESCE(rows_per_key.count_calls, 0)) AS mean
FROM rows_per_key;
-- postgres:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          ),
--   -          CAST('2025-04-02' AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -  AVG(COALESCE(rows_per_key.count_calls, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.count_calls, 0) AS DOUBLE PRECISION)) AS mean
-- snowflake:
--   -WITH calls_by_day /* count_calls of each day */ AS (
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
--   +), calls_by_day /* count_calls of each day */ AS (
--   -      calls.day < CAST('2025-04-01' AS DATE)
--   +      calls.day < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(DAY, numbers.n, (
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      )) AS atom
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
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    ),
--   +                    TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    ),
--   +                    TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  ),
--   +                  TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                ),
--   +                TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              ),
--   +              TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            ),
--   +            TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   -          CAST('2025-04-02' AS DATE),
--   -          INTERVAL '1' DAY
--   +          TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    series.atom < CAST('2025-04-01' AS DATE)
--   +    series.atom < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
--   -  AVG(COALESCE(rows_per_key.count_calls, 0)) AS mean
--   +  AVG(CAST(COALESCE(rows_per_key.count_calls, 0) AS DOUBLE)) AS mean

-- the months from the beginning
--   running(count(count(calls) per month)) as months, running(max(count(calls) per month)) as most for 2025-03
WITH calls_by_day /* count_calls of each day */ AS (
  SELECT
    calls.day AS starting_day,
    COUNT(*) AS count_calls
  FROM calls
  GROUP BY
    1
), extent /* the first and last day with rows */ AS (
  SELECT
    MIN(extents.first_period) AS first_period,
    MAX(extents.last_period) AS last_period
  FROM (
    SELECT
      MIN(calls.day) AS first_period,
      MAX(calls.day) AS last_period
    FROM calls
    WHERE
      calls.day < CAST('2025-04-01' AS DATE)
  ) AS extents
), months /* every month that has begun */ AS (
  SELECT
    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(
          CAST(DATE_TRUNC('month', (
            SELECT
              first_period
            FROM extent
          )) AS DATE),
          CAST('2025-04-02' AS DATE),
          INTERVAL '1' DAY
        )
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    calls_by_day.starting_day AS seen
  FROM calls_by_day
), days_seen /* which days each month sees */ AS (
  SELECT
    days_with_rows.seen,
    months.month
  FROM months
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= months.starts AND days_with_rows.seen < months.ends
), calls_scan /* count_calls */ AS (
  SELECT
    days_seen.month AS month,
    SUM(calls_by_day.count_calls) AS count_calls
  FROM calls_by_day
  INNER JOIN days_seen
    ON calls_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.month AS month,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_calls
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  COUNT(COALESCE(rows_per_key.count_calls, 0)) AS months,
  MAX(COALESCE(rows_per_key.count_calls, 0)) AS most
FROM rows_per_key;
-- postgres:
--   -    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(series.atom AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   -          CAST(DATE_TRUNC('month', (
--   -            SELECT
--   -              first_period
--   -            FROM extent
--   -          )) AS DATE),
--   -          CAST('2025-04-02' AS DATE),
--   -          INTERVAL '1' DAY
--   -        )
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST(DATE_TRUNC('month', CAST((
--   +        SELECT
--   +          first_period
--   +        FROM extent
--   +      ) AS TIMESTAMP)) AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
-- snowflake:
--   -WITH calls_by_day /* count_calls of each day */ AS (
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
--   +), calls_by_day /* count_calls of each day */ AS (
--   -      calls.day < CAST('2025-04-01' AS DATE)
--   +      calls.day < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(
--   +      DATEADD(
--   +        DAY,
--   +        numbers.n,
--   +        CAST(DATE_TRUNC('month', (
--   +          SELECT
--   +            first_period
--   +          FROM extent
--   +        )) AS DATE)
--   +      ) AS atom
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
--   +          (
--   +            (
--   +              (
--   +                (
--   +                  d1.d * 10 <= DATEDIFF(
--   +                    DAY,
--   +                    CAST(DATE_TRUNC('month', (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS DATE),
--   +                    TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +                  )
--   +                  AND d2.d * 100 <= DATEDIFF(
--   +                    DAY,
--   +                    CAST(DATE_TRUNC('month', (
--   +                      SELECT
--   +                        first_period
--   +                      FROM extent
--   +                    )) AS DATE),
--   +                    TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +                  )
--   +                )
--   +                AND d3.d * 1000 <= DATEDIFF(
--   +                  DAY,
--   +                  CAST(DATE_TRUNC('month', (
--   +                    SELECT
--   +                      first_period
--   +                    FROM extent
--   +                  )) AS DATE),
--   +                  TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +                )
--   +              )
--   +              AND d4.d * 10000 <= DATEDIFF(
--   +                DAY,
--   +                CAST(DATE_TRUNC('month', (
--   +                  SELECT
--   +                    first_period
--   +                  FROM extent
--   +                )) AS DATE),
--   +                TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +              )
--   +            )
--   +            AND d5.d * 100000 <= DATEDIFF(
--   +              DAY,
--   +              CAST(DATE_TRUNC('month', (
--   +                SELECT
--   +                  first_period
--   +                FROM extent
--   +              )) AS DATE),
--   +              TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +            )
--   +          )
--   +          AND d6.d * 1000000 <= DATEDIFF(
--   +            DAY,
--   +            CAST(DATE_TRUNC('month', (
--   +              SELECT
--   +                first_period
--   +              FROM extent
--   +            )) AS DATE),
--   +            TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   +          )
--   +        )
--   +        AND (
--   +          d0.d + d1.d * 10 + d2.d * 100 + d3.d * 1000 + d4.d * 10000 + d5.d * 100000 + d6.d * 1000000
--   +        ) <= DATEDIFF(
--   +          DAY,
--   -          CAST('2025-04-02' AS DATE),
--   -          INTERVAL '1' DAY
--   +          TO_DATE('2025-04-02', 'YYYY-MM-DD')
--   -      ) AS DATE) AS atom
--   +    ) AS numbers
--   -    series.atom < CAST('2025-04-01' AS DATE)
--   +    series.atom < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls

-- a path's values are those of the period's own rows
--   count(avg(count(calls) per day) per calls.kind) as kinds, sum(avg(count(calls) per day) per calls.kind) as sum by month for 2025-01-01 to 2025-03-31
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), calls_by_day /* count_calls of each day */ AS (
  SELECT
    calls.day AS starting_day,
    calls.kind AS kind,
    COUNT(*) AS count_calls
  FROM calls
  WHERE
    calls.day >= CAST('2025-01-01' AS DATE)
    AND calls.day < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), days /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom >= months.starts AND series.atom < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    calls_by_day.starting_day AS seen
  FROM calls_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.month,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), calls_scan /* count_calls */ AS (
  SELECT
    days_seen.month AS month,
    days_seen.day AS day,
    calls_by_day.kind AS kind,
    SUM(calls_by_day.count_calls) AS count_calls
  FROM calls_by_day
  INNER JOIN days_seen
    ON calls_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2,
    3
), groups /* the groups of the answer */ AS (
  SELECT DISTINCT
    kind
  FROM calls_scan
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    stacked.kind,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.month AS month,
      calls_scan.day AS day,
      calls_scan.kind AS kind,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      days.month AS month,
      days.day AS day,
      groups.kind AS kind,
      NULL AS count_calls
    FROM groups
    CROSS JOIN days
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), values_per_day /* avg_per_day */ AS (
  SELECT
    rows_per_key.month AS month,
    rows_per_key.kind AS kind,
    AVG(COALESCE(rows_per_key.count_calls, 0)) AS avg_per_day
  FROM rows_per_key
  GROUP BY
    1,
    2
), rows_per_key_2 /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.kind,
    MAX(stacked.avg_per_day) AS avg_per_day,
    MAX(stacked.is_member) AS is_member
  FROM (
    SELECT
      values_per_day.month AS month,
      values_per_day.kind AS kind,
      values_per_day.avg_per_day AS avg_per_day,
      NULL AS is_member
    FROM values_per_day
    UNION ALL
    SELECT DISTINCT
      month AS month,
      kind AS kind,
      NULL AS avg_per_day,
      1 AS is_member
    FROM calls_scan
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_kind /* count_per_kind, sum_per_kind */ AS (
  SELECT
    rows_per_key_2.month AS month,
    COUNT(rows_per_key_2.avg_per_day) AS count_per_kind,
    SUM(rows_per_key_2.avg_per_day) AS sum_per_kind
  FROM rows_per_key_2
  WHERE
    NOT rows_per_key_2.kind IS NULL AND rows_per_key_2.is_member = 1
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_per_kind) AS count_per_kind,
    MAX(stacked.sum_per_kind) AS sum_per_kind
  FROM (
    SELECT
      values_per_kind.month AS month,
      values_per_kind.count_per_kind AS count_per_kind,
      values_per_kind.sum_per_kind AS sum_per_kind
    FROM values_per_kind
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_per_kind,
      NULL AS sum_per_kind
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_per_kind, 0) AS kinds,
  COALESCE(answer.sum_per_kind, 0) AS sum
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-01-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -    AVG(COALESCE(rows_per_key.count_calls, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_calls, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL) AS is_member
--   -      NULL AS avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS avg_per_day,
--   -      NULL AS count_per_kind,
--   -      NULL AS sum_per_kind
--   +      CAST(NULL AS DECIMAL) AS count_per_kind,
--   +      CAST(NULL AS DECIMAL) AS sum_per_kind
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-01-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-01-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 3))
--   +    ) AS numbers
--   -    calls.day >= CAST('2025-01-01' AS DATE)
--   -    AND calls.day < CAST('2025-04-01' AS DATE)
--   +    calls.day >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND calls.day < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 93))
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
--   -    AVG(COALESCE(rows_per_key.count_calls, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_calls, 0) AS DOUBLE)) AS avg_per_day
--   -      NULL AS is_member
--   +      CAST(NULL AS DECIMAL(1, 0)) AS is_member
--   -      NULL AS avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day,
--   -      NULL AS count_per_kind,
--   -      NULL AS sum_per_kind
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_kind,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_kind

-- periods inside of periods are those of the month before, though the range begins later
--   prior(sum(sum(count(calls) per day) per month), 1 month) as before for 2025-02
WITH months /* every month that has begun */ AS (
  SELECT
    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), calls_by_day /* count_calls of each day */ AS (
  SELECT
    calls.day AS starting_day,
    COUNT(*) AS count_calls
  FROM calls
  WHERE
    calls.day >= CAST('2025-01-01' AS DATE)
    AND calls.day < CAST('2025-03-01' AS DATE)
  GROUP BY
    1
), days /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom >= months.starts AND series.atom < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    calls_by_day.starting_day AS seen
  FROM calls_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.month,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), calls_scan /* count_calls */ AS (
  SELECT
    days_seen.month AS month,
    days_seen.day AS day,
    SUM(calls_by_day.count_calls) AS count_calls
  FROM calls_by_day
  INNER JOIN days_seen
    ON calls_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.month AS month,
      calls_scan.day AS day,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      days.month AS month,
      days.day AS day,
      NULL AS count_calls
    FROM days
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* sum_per_day */ AS (
  SELECT
    rows_per_key.month AS month,
    SUM(COALESCE(rows_per_key.count_calls, 0)) AS sum_per_day
  FROM rows_per_key
  GROUP BY
    1
), rows_per_key_2 /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_per_day) AS sum_per_day
  FROM (
    SELECT
      values_per_day.month AS month,
      values_per_day.sum_per_day AS sum_per_day
    FROM values_per_day
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_per_day
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  COALESCE(SUM(COALESCE(rows_per_key_2.sum_per_day, 0)), 0) AS before
FROM rows_per_key_2;
-- postgres:
--   -    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(series.atom AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    CAST(series.atom + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-02-01' AS DATE)
--   +    AND CAST(series.atom + INTERVAL '1 MONTH' AS DATE) < CAST('2025-03-01' AS DATE)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -      NULL AS sum_per_day
--   +      CAST(NULL AS DECIMAL) AS sum_per_day
-- snowflake:
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 62))
--   +    ) AS numbers
--   -    CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= CAST('2025-02-01' AS DATE)
--   -    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < CAST('2025-03-01' AS DATE)
--   +    DATEADD(MONTH, 1, series.atom) >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, series.atom) < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -    calls.day >= CAST('2025-01-01' AS DATE)
--   -    AND calls.day < CAST('2025-03-01' AS DATE)
--   +    calls.day >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND calls.day < TO_DATE('2025-03-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-03-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 62))
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
--   -      NULL AS sum_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_day

-- a window over periods inside of periods begins before the range
--   trailing(sum(sum(count(calls) per day) per month), 2 months) as n by month for 2025-02-01 to 2025-03-31
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), months_2 /* every month that has begun in each month */ AS (
  SELECT
    months.month,
    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month_2,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-11-30' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
    AND series.atom < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), calls_by_day /* count_calls of each day */ AS (
  SELECT
    calls.day AS starting_day,
    COUNT(*) AS count_calls
  FROM calls
  GROUP BY
    1
), days /* every day that has begun in each month_2 */ AS (
  SELECT
    months_2.month,
    months_2.month_2,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-11-30' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months_2
    ON series.atom >= months_2.starts AND series.atom < months_2.ends
  GROUP BY
    1,
    2,
    3
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    calls_by_day.starting_day AS seen
  FROM calls_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days.month,
    days.month_2,
    days.day
  FROM days
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days.starts AND days_with_rows.seen < days.ends
), calls_scan /* count_calls */ AS (
  SELECT
    days_seen.month AS month,
    days_seen.month_2 AS month_2,
    days_seen.day AS day,
    SUM(calls_by_day.count_calls) AS count_calls
  FROM calls_by_day
  INNER JOIN days_seen
    ON calls_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2,
    3
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.month_2,
    stacked.day,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.month AS month,
      calls_scan.month_2 AS month_2,
      calls_scan.day AS day,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      days.month AS month,
      days.month_2 AS month_2,
      days.day AS day,
      NULL AS count_calls
    FROM days
  ) AS stacked
  GROUP BY
    1,
    2,
    3
), values_per_day /* sum_per_day */ AS (
  SELECT
    rows_per_key.month AS month,
    rows_per_key.month_2 AS month_2,
    SUM(COALESCE(rows_per_key.count_calls, 0)) AS sum_per_day
  FROM rows_per_key
  GROUP BY
    1,
    2
), rows_per_key_2 /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.month_2,
    MAX(stacked.sum_per_day) AS sum_per_day
  FROM (
    SELECT
      values_per_day.month AS month,
      values_per_day.month_2 AS month_2,
      values_per_day.sum_per_day AS sum_per_day
    FROM values_per_day
    UNION ALL
    SELECT
      months_2.month AS month,
      months_2.month_2 AS month_2,
      NULL AS sum_per_day
    FROM months_2
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_month /* trailing_sum_per_month */ AS (
  SELECT
    rows_per_key_2.month AS month,
    SUM(COALESCE(rows_per_key_2.sum_per_day, 0)) AS trailing_sum_per_month
  FROM rows_per_key_2
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.trailing_sum_per_month) AS trailing_sum_per_month
  FROM (
    SELECT
      values_per_month.month AS month,
      values_per_month.trailing_sum_per_month AS trailing_sum_per_month
    FROM values_per_month
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS trailing_sum_per_month
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.trailing_sum_per_month, 0) AS n
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-02-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-03-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month_2,
--   +    CAST(DATE_TRUNC('month', CAST(series.atom AS TIMESTAMP)) AS DATE) AS month_2,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-11-30' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-11-30' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON series.atom >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   +    ON series.atom >= CAST(months.ends - INTERVAL '2 MONTH' AS DATE)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-11-30' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-11-30' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -      NULL AS sum_per_day
--   +      CAST(NULL AS DECIMAL) AS sum_per_day
--   -      NULL AS trailing_sum_per_month
--   +      CAST(NULL AS DECIMAL) AS trailing_sum_per_month
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-02-01' AS DATE), CAST('2025-03-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-02-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 2))
--   +    ) AS numbers
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-11-30' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-11-30', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 124))
--   +    ) AS numbers
--   -    ON series.atom >= CAST(months.ends - INTERVAL '2' MONTH AS DATE)
--   -    AND series.atom < months.ends
--   +    ON series.atom >= DATEADD(MONTH, -2, months.ends) AND series.atom < months.ends
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-11-30' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-11-30', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 124))
--   +    ) AS numbers
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
--   -      NULL AS sum_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_per_day
--   -      NULL AS trailing_sum_per_month
--   +      CAST(NULL AS DECIMAL(1, 0)) AS trailing_sum_per_month

-- groups that are there through all have no keys of other groups
--   count(count(calls) per calls.day) as days, avg(count(calls) per calls.day) as mean by all calls.kind for 2025-02-01 to 2025-03-31
WITH calls_scan /* count_calls */ AS (
  SELECT
    calls.kind AS kind,
    calls.day AS day,
    COUNT(*) AS count_calls
  FROM calls
  WHERE
    calls.day >= CAST('2025-02-01' AS DATE)
    AND calls.day < CAST('2025-04-01' AS DATE)
  GROUP BY
    1,
    2
), values_per_day /* count_per_day, avg_per_day */ AS (
  SELECT
    calls_scan.kind AS kind,
    COUNT(COALESCE(calls_scan.count_calls, 0)) AS count_per_day,
    AVG(COALESCE(calls_scan.count_calls, 0)) AS avg_per_day
  FROM calls_scan
  WHERE
    NOT calls_scan.day IS NULL
  GROUP BY
    1
), groups /* the groups that have rows */ AS (
  SELECT DISTINCT
    kind
  FROM values_per_day
), members /* all members of kind */ AS (
  SELECT DISTINCT
    calls.kind AS kind
  FROM calls
), groups_2 /* the groups that have rows, and all members */ AS (
  SELECT
    kind
  FROM groups
  UNION
  SELECT
    members.kind
  FROM members
), answer /* one row for each group */ AS (
  SELECT
    stacked.kind,
    MAX(stacked.count_per_day) AS count_per_day,
    MAX(stacked.avg_per_day) AS avg_per_day
  FROM (
    SELECT
      values_per_day.kind AS kind,
      values_per_day.count_per_day AS count_per_day,
      values_per_day.avg_per_day AS avg_per_day
    FROM values_per_day
    UNION ALL
    SELECT
      groups_2.kind AS kind,
      NULL AS count_per_day,
      NULL AS avg_per_day
    FROM groups_2
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.kind AS kind,
  COALESCE(answer.count_per_day, 0) AS days,
  answer.avg_per_day AS mean
FROM answer
ORDER BY
  answer.kind NULLS LAST;
-- postgres:
--   -    AVG(COALESCE(calls_scan.count_calls, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(calls_scan.count_calls, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -      NULL AS count_per_day,
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL) AS count_per_day,
--   +      CAST(NULL AS DECIMAL) AS avg_per_day
--   -  answer.kind NULLS LAST
--   +  answer.kind COLLATE "C" ASC
-- snowflake:
--   -    calls.day >= CAST('2025-02-01' AS DATE)
--   -    AND calls.day < CAST('2025-04-01' AS DATE)
--   +    calls.day >= TO_DATE('2025-02-01', 'YYYY-MM-DD')
--   +    AND calls.day < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    AVG(COALESCE(calls_scan.count_calls, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(calls_scan.count_calls, 0) AS DOUBLE)) AS avg_per_day
--   -      NULL AS count_per_day,
--   -      NULL AS avg_per_day
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day

-- the first and the last period's value
--   first(count(calls) per month) as first, last(count(calls) + 1 per month) as last for 2025-01-01 to 2025-03-31
WITH calls_by_day /* count_calls of each day */ AS (
  SELECT
    calls.day AS starting_day,
    COUNT(*) AS count_calls
  FROM calls
  WHERE
    calls.day >= CAST('2025-01-01' AS DATE)
    AND calls.day < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
), months /* every month that has begun */ AS (
  SELECT
    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  WHERE
    series.atom >= CAST('2025-01-01' AS DATE)
    AND series.atom < CAST('2025-04-01' AS DATE)
  GROUP BY
    1
  HAVING
    MIN(series.atom) < CAST('2025-03-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    calls_by_day.starting_day AS seen
  FROM calls_by_day
), days_seen /* which days each month sees */ AS (
  SELECT
    days_with_rows.seen,
    months.month
  FROM months
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= months.starts AND days_with_rows.seen < months.ends
), calls_scan /* count_calls */ AS (
  SELECT
    days_seen.month AS month,
    SUM(calls_by_day.count_calls) AS count_calls
  FROM calls_by_day
  INNER JOIN days_seen
    ON calls_by_day.starting_day = days_seen.seen
  GROUP BY
    1
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_calls) AS count_calls
  FROM (
    SELECT
      calls_scan.month AS month,
      calls_scan.count_calls AS count_calls
    FROM calls_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_calls
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  FIRST(COALESCE(rows_per_key.count_calls, 0) ORDER BY rows_per_key.month NULLS LAST) FILTER(WHERE
    NOT COALESCE(rows_per_key.count_calls, 0) IS NULL
    AND NOT rows_per_key.month IS NULL) AS first,
  FIRST(
    COALESCE(rows_per_key.count_calls, 0) + 1 ORDER BY rows_per_key.month DESC NULLS LAST
  ) FILTER(WHERE
    NOT (
      COALESCE(rows_per_key.count_calls, 0) + 1
    ) IS NULL
    AND NOT rows_per_key.month IS NULL) AS last
FROM rows_per_key;
-- postgres:
--   -    CAST(DATE_TRUNC('month', series.atom) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(series.atom AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2024-12-31' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-04-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL) AS count_calls
--   -  FIRST(COALESCE(rows_per_key.count_calls, 0) ORDER BY rows_per_key.month NULLS LAST) FILTER(WHERE
--   -    NOT COALESCE(rows_per_key.count_calls, 0) IS NULL
--   -    AND NOT rows_per_key.month IS NULL) AS first,
--   -  FIRST(
--   -    COALESCE(rows_per_key.count_calls, 0) + 1 ORDER BY rows_per_key.month DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT (
--   -      COALESCE(rows_per_key.count_calls, 0) + 1
--   -    ) IS NULL
--   -    AND NOT rows_per_key.month IS NULL) AS last
--   +  (
--   +    ARRAY_AGG(COALESCE(rows_per_key.count_calls, 0) ORDER BY rows_per_key.month ASC) FILTER(WHERE
--   +      NOT COALESCE(rows_per_key.count_calls, 0) IS NULL
--   +      AND NOT rows_per_key.month IS NULL)
--   +  )[1] AS first,
--   +  (
--   +    ARRAY_AGG(
--   +      COALESCE(rows_per_key.count_calls, 0) + 1 ORDER BY rows_per_key.month DESC NULLS LAST
--   +    ) FILTER(WHERE
--   +      NOT (
--   +        COALESCE(rows_per_key.count_calls, 0) + 1
--   +      ) IS NULL
--   +      AND NOT rows_per_key.month IS NULL)
--   +  )[1] AS last
-- snowflake:
--   -    calls.day >= CAST('2025-01-01' AS DATE)
--   -    AND calls.day < CAST('2025-04-01' AS DATE)
--   +    calls.day >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND calls.day < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2024-12-31' AS DATE), CAST('2025-04-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +      DATEADD(DAY, numbers.n, TO_DATE('2024-12-31', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 93))
--   +    ) AS numbers
--   -    series.atom >= CAST('2025-01-01' AS DATE)
--   -    AND series.atom < CAST('2025-04-01' AS DATE)
--   +    series.atom >= TO_DATE('2025-01-01', 'YYYY-MM-DD')
--   +    AND series.atom < TO_DATE('2025-04-01', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-03-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-03-11', 'YYYY-MM-DD')
--   -      NULL AS count_calls
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_calls
--   -  FIRST(COALESCE(rows_per_key.count_calls, 0) ORDER BY rows_per_key.month NULLS LAST) FILTER(WHERE
--   -    NOT COALESCE(rows_per_key.count_calls, 0) IS NULL
--   -    AND NOT rows_per_key.month IS NULL) AS first,
--   -  FIRST(
--   -    COALESCE(rows_per_key.count_calls, 0) + 1 ORDER BY rows_per_key.month DESC NULLS LAST
--   -  ) FILTER(WHERE
--   -    NOT (
--   -      COALESCE(rows_per_key.count_calls, 0) + 1
--   -    ) IS NULL
--   -    AND NOT rows_per_key.month IS NULL) AS last
--   -FROM rows_per_key
--   +  MAX(
--   +    CASE
--   +      WHEN placed."PLACING" = 1
--   +      AND (
--   +        NOT COALESCE(placed.count_calls, 0) IS NULL AND NOT placed.month IS NULL
--   +      )
--   +      THEN COALESCE(placed.count_calls, 0)
--   +    END
--   +  ) AS first,
--   +  MAX(
--   +    CASE
--   +      WHEN placed.placing_2 = 1
--   +      AND (
--   +        NOT (
--   +          COALESCE(placed.count_calls, 0) + 1
--   +        ) IS NULL
--   +        AND NOT placed.month IS NULL
--   +      )
--   +      THEN COALESCE(placed.count_calls, 0) + 1
--   +    END
--   +  ) AS last
--   +FROM (
--   +  SELECT
--   +    ROW_NUMBER() OVER (
--   +      ORDER BY CASE
--   +        WHEN NOT COALESCE(rows_per_key.count_calls, 0) IS NULL
--   +        AND NOT rows_per_key.month IS NULL
--   +        THEN 0
--   +        ELSE 1
--   +      END NULLS LAST, rows_per_key.month NULLS LAST
--   +    ) AS "PLACING",
--   +    ROW_NUMBER() OVER (
--   +      ORDER BY CASE
--   +        WHEN NOT (
--   +          COALESCE(rows_per_key.count_calls, 0) + 1
--   +        ) IS NULL
--   +        AND NOT rows_per_key.month IS NULL
--   +        THEN 0
--   +        ELSE 1
--   +      END NULLS LAST, rows_per_key.month DESC NULLS LAST
--   +    ) AS placing_2,
--   +    rows_per_key.count_calls AS count_calls,
--   +    rows_per_key.month AS month
--   +  FROM rows_per_key
--   +) AS placed
