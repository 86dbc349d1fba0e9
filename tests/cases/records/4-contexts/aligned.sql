-- a stock is that of the same point of both periods
--   count(accounts at end) as n by month for 2025-05-01 to 2025-05-31 vs prior month aligned
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), accounts_at_end_scan /* count_accounts_at_end */ AS (
  SELECT
    months.month AS month,
    COUNT(*) AS count_accounts_at_end
  FROM accounts
  JOIN months
    ON accounts.signed_on < CASE
      WHEN months.ends > CAST('2025-05-11' AS DATE)
      THEN CAST('2025-05-11' AS DATE)
      ELSE months.ends
    END
    AND (
      accounts.left_on IS NULL
      OR accounts.left_on >= CASE
        WHEN months.ends > CAST('2025-05-11' AS DATE)
        THEN CAST('2025-05-11' AS DATE)
        ELSE months.ends
      END
    )
  GROUP BY
    1
), accounts_prior_at_end_scan /* prior_count_accounts_at_end */ AS (
  SELECT
    months.month AS month,
    COUNT(*) AS prior_count_accounts_at_end
  FROM accounts
  JOIN months
    ON CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CASE
      WHEN months.ends > CAST('2025-05-11' AS DATE)
      THEN CAST('2025-05-11' AS DATE)
      ELSE months.ends
    END
    AND (
      CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) IS NULL
      OR CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) >= CASE
        WHEN months.ends > CAST('2025-05-11' AS DATE)
        THEN CAST('2025-05-11' AS DATE)
        ELSE months.ends
      END
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_accounts_at_end) AS count_accounts_at_end,
    MAX(stacked.prior_count_accounts_at_end) AS prior_count_accounts_at_end
  FROM (
    SELECT
      accounts_at_end_scan.month AS month,
      accounts_at_end_scan.count_accounts_at_end AS count_accounts_at_end,
      NULL AS prior_count_accounts_at_end
    FROM accounts_at_end_scan
    UNION ALL
    SELECT
      accounts_prior_at_end_scan.month AS month,
      NULL AS count_accounts_at_end,
      accounts_prior_at_end_scan.prior_count_accounts_at_end AS prior_count_accounts_at_end
    FROM accounts_prior_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_accounts_at_end,
      NULL AS prior_count_accounts_at_end
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_accounts_at_end, 0) AS n,
  COALESCE(answer.prior_count_accounts_at_end, 0) AS n_prior,
  COALESCE(answer.count_accounts_at_end, 0) - COALESCE(answer.prior_count_accounts_at_end, 0) AS n_change
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    ON CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CASE
--   +    ON CAST(accounts.signed_on + INTERVAL '1 MONTH' AS DATE) < CASE
--   -      CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) >= CASE
--   +      CAST(accounts.left_on + INTERVAL '1 MONTH' AS DATE) IS NULL
--   +      OR CAST(accounts.left_on + INTERVAL '1 MONTH' AS DATE) >= CASE
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL) AS prior_count_accounts_at_end
--   -      NULL AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL) AS count_accounts_at_end,
--   -      NULL AS count_accounts_at_end,
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL) AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL) AS prior_count_accounts_at_end
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-05-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -      WHEN months.ends > CAST('2025-05-11' AS DATE)
--   -      THEN CAST('2025-05-11' AS DATE)
--   +      WHEN months.ends > TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +      THEN TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -        WHEN months.ends > CAST('2025-05-11' AS DATE)
--   -        THEN CAST('2025-05-11' AS DATE)
--   +        WHEN months.ends > TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +        THEN TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -    ON CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CASE
--   -      WHEN months.ends > CAST('2025-05-11' AS DATE)
--   -      THEN CAST('2025-05-11' AS DATE)
--   +    ON DATEADD(MONTH, 1, accounts.signed_on) < CASE
--   +      WHEN months.ends > TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +      THEN TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) >= CASE
--   -        WHEN months.ends > CAST('2025-05-11' AS DATE)
--   -        THEN CAST('2025-05-11' AS DATE)
--   +      DATEADD(MONTH, 1, accounts.left_on) IS NULL
--   +      OR DATEADD(MONTH, 1, accounts.left_on) >= CASE
--   +        WHEN months.ends > TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +        THEN TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_accounts_at_end
--   -      NULL AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_accounts_at_end,
--   -      NULL AS count_accounts_at_end,
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_accounts_at_end

-- without aligned it is that of the ends
--   count(accounts at end) as n by month for 2025-05-01 to 2025-05-31 vs prior month
WITH accounts_by_months /* count_accounts_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', accounts.signed_on) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', accounts.left_on) AS DATE) AS last_month,
    COUNT(*) AS count_accounts_at_end
  FROM accounts
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), accounts_at_end_scan /* count_accounts_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(accounts_by_months.count_accounts_at_end) AS count_accounts_at_end
  FROM accounts_by_months
  INNER JOIN months
    ON accounts_by_months.first_month < months.ends
    AND (
      accounts_by_months.last_month IS NULL
      OR accounts_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), accounts_by_months_2 /* prior_count_accounts_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
    COUNT(*) AS prior_count_accounts_at_end
  FROM accounts
  GROUP BY
    1,
    2
), accounts_prior_at_end_scan /* prior_count_accounts_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(accounts_by_months_2.prior_count_accounts_at_end) AS prior_count_accounts_at_end
  FROM accounts_by_months_2
  INNER JOIN months
    ON accounts_by_months_2.first_month < months.ends
    AND (
      accounts_by_months_2.last_month IS NULL
      OR accounts_by_months_2.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_accounts_at_end) AS count_accounts_at_end,
    MAX(stacked.prior_count_accounts_at_end) AS prior_count_accounts_at_end
  FROM (
    SELECT
      accounts_at_end_scan.month AS month,
      accounts_at_end_scan.count_accounts_at_end AS count_accounts_at_end,
      NULL AS prior_count_accounts_at_end
    FROM accounts_at_end_scan
    UNION ALL
    SELECT
      accounts_prior_at_end_scan.month AS month,
      NULL AS count_accounts_at_end,
      accounts_prior_at_end_scan.prior_count_accounts_at_end AS prior_count_accounts_at_end
    FROM accounts_prior_at_end_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_accounts_at_end,
      NULL AS prior_count_accounts_at_end
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_accounts_at_end, 0) AS n,
  COALESCE(answer.prior_count_accounts_at_end, 0) AS n_prior,
  COALESCE(answer.count_accounts_at_end, 0) - COALESCE(answer.prior_count_accounts_at_end, 0) AS n_change
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', accounts.signed_on) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', accounts.left_on) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(accounts.signed_on AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(accounts.left_on AS TIMESTAMP)) AS DATE) AS last_month,
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(DATE_TRUNC('month', CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(accounts.signed_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(accounts.left_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS last_month,
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL) AS prior_count_accounts_at_end
--   -      NULL AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL) AS count_accounts_at_end,
--   -      NULL AS count_accounts_at_end,
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL) AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL) AS prior_count_accounts_at_end
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-05-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    CAST(DATE_TRUNC('month', CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, accounts.signed_on)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, accounts.left_on)) AS DATE) AS last_month,
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_accounts_at_end
--   -      NULL AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_accounts_at_end,
--   -      NULL AS count_accounts_at_end,
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_accounts_at_end

-- a stock without a grain
--   count(accounts at end) as n for 2025-05 vs prior month aligned
WITH accounts_at_end_scan /* count_accounts_at_end */ AS (
  SELECT
    COUNT(*) AS count_accounts_at_end
  FROM accounts
  WHERE
    accounts.signed_on < CAST('2025-05-11' AS DATE)
    AND (
      accounts.left_on IS NULL OR accounts.left_on >= CAST('2025-05-11' AS DATE)
    )
), accounts_prior_at_end_scan /* prior_count_accounts_at_end */ AS (
  SELECT
    COUNT(*) AS prior_count_accounts_at_end
  FROM accounts
  WHERE
    CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-11' AS DATE)
    AND (
      CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) IS NULL
      OR CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-05-11' AS DATE)
    )
), answer /* one row for each group */ AS (
  SELECT
    MAX(stacked.count_accounts_at_end) AS count_accounts_at_end,
    MAX(stacked.prior_count_accounts_at_end) AS prior_count_accounts_at_end
  FROM (
    SELECT
      accounts_at_end_scan.count_accounts_at_end AS count_accounts_at_end,
      NULL AS prior_count_accounts_at_end
    FROM accounts_at_end_scan
    UNION ALL
    SELECT
      NULL AS count_accounts_at_end,
      accounts_prior_at_end_scan.prior_count_accounts_at_end AS prior_count_accounts_at_end
    FROM accounts_prior_at_end_scan
  ) AS stacked
)
SELECT
  COALESCE(answer.count_accounts_at_end, 0) AS n,
  COALESCE(answer.prior_count_accounts_at_end, 0) AS n_prior,
  COALESCE(answer.count_accounts_at_end, 0) - COALESCE(answer.prior_count_accounts_at_end, 0) AS n_change
FROM answer;
-- postgres:
--   -    CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-11' AS DATE)
--   +    CAST(accounts.signed_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-05-11' AS DATE)
--   -      CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-05-11' AS DATE)
--   +      CAST(accounts.left_on + INTERVAL '1 MONTH' AS DATE) IS NULL
--   +      OR CAST(accounts.left_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-05-11' AS DATE)
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL) AS prior_count_accounts_at_end
--   -      NULL AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL) AS count_accounts_at_end,
-- snowflake:
--   -    accounts.signed_on < CAST('2025-05-11' AS DATE)
--   +    accounts.signed_on < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      accounts.left_on IS NULL OR accounts.left_on >= CAST('2025-05-11' AS DATE)
--   +      accounts.left_on IS NULL
--   +      OR accounts.left_on >= TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -    CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-11' AS DATE)
--   +    DATEADD(MONTH, 1, accounts.signed_on) < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST(accounts.left_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-05-11' AS DATE)
--   +      DATEADD(MONTH, 1, accounts.left_on) IS NULL
--   +      OR DATEADD(MONTH, 1, accounts.left_on) >= TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      NULL AS prior_count_accounts_at_end
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_accounts_at_end
--   -      NULL AS count_accounts_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_accounts_at_end,

-- snapshots after the as-of day are left out
--   sum(balances.amount at end) as n, change(sum(balances.amount at end), 1 month, aligned) as moved, change(sum(balances.amount at end), 1 month) as whole by month for 2025-05-01 to 2025-05-31
WITH balances_by_months /* sum_amount_at_end by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', balances.day) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', balances.stands_until) AS DATE) AS last_month,
    SUM(balances.amount) AS sum_amount_at_end
  FROM (
    SELECT
      balances.*,
      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  GROUP BY
    1,
    2
), months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), balances_at_end_scan /* sum_amount_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(balances_by_months.sum_amount_at_end) AS sum_amount_at_end
  FROM balances_by_months
  INNER JOIN months
    ON balances_by_months.first_month < months.ends
    AND (
      balances_by_months.last_month IS NULL
      OR balances_by_months.last_month >= months.ends
    )
  GROUP BY
    1
), balances_at_end_scan_2 /* sum_amount_at_end_2 */ AS (
  SELECT
    months.month AS month,
    SUM(balances.amount) AS sum_amount_at_end_2
  FROM (
    SELECT
      balances.*,
      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  JOIN months
    ON balances.day < CASE
      WHEN months.ends > CAST('2025-05-11' AS DATE)
      THEN CAST('2025-05-11' AS DATE)
      ELSE months.ends
    END
    AND (
      balances.stands_until IS NULL
      OR balances.stands_until >= CASE
        WHEN months.ends > CAST('2025-05-11' AS DATE)
        THEN CAST('2025-05-11' AS DATE)
        ELSE months.ends
      END
    )
  GROUP BY
    1
), balances_prior_at_end_scan /* prior_sum_amount_at_end */ AS (
  SELECT
    months.month AS month,
    SUM(balances.amount) AS prior_sum_amount_at_end
  FROM (
    SELECT
      balances.*,
      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  JOIN months
    ON CAST(balances.day + INTERVAL '1' MONTH AS DATE) < CASE
      WHEN months.ends > CAST('2025-05-11' AS DATE)
      THEN CAST('2025-05-11' AS DATE)
      ELSE months.ends
    END
    AND (
      CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE) IS NULL
      OR CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE) >= CASE
        WHEN months.ends > CAST('2025-05-11' AS DATE)
        THEN CAST('2025-05-11' AS DATE)
        ELSE months.ends
      END
    )
  GROUP BY
    1
), balances_by_months_2 /* prior_sum_amount_at_end_2 by the months in which they begin and end */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(balances.day + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
    CAST(DATE_TRUNC('month', CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
    SUM(balances.amount) AS prior_sum_amount_at_end_2
  FROM (
    SELECT
      balances.*,
      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day NULLS LAST) AS stands_until
    FROM balances
  ) AS balances
  GROUP BY
    1,
    2
), balances_prior_at_end_scan_2 /* prior_sum_amount_at_end_2 */ AS (
  SELECT
    months.month AS month,
    SUM(balances_by_months_2.prior_sum_amount_at_end_2) AS prior_sum_amount_at_end_2
  FROM balances_by_months_2
  INNER JOIN months
    ON balances_by_months_2.first_month < months.ends
    AND (
      balances_by_months_2.last_month IS NULL
      OR balances_by_months_2.last_month >= months.ends
    )
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.sum_amount_at_end) AS sum_amount_at_end,
    MAX(stacked.sum_amount_at_end_2) AS sum_amount_at_end_2,
    MAX(stacked.prior_sum_amount_at_end) AS prior_sum_amount_at_end,
    MAX(stacked.prior_sum_amount_at_end_2) AS prior_sum_amount_at_end_2
  FROM (
    SELECT
      balances_at_end_scan.month AS month,
      balances_at_end_scan.sum_amount_at_end AS sum_amount_at_end,
      NULL AS sum_amount_at_end_2,
      NULL AS prior_sum_amount_at_end,
      NULL AS prior_sum_amount_at_end_2
    FROM balances_at_end_scan
    UNION ALL
    SELECT
      balances_at_end_scan_2.month AS month,
      NULL AS sum_amount_at_end,
      balances_at_end_scan_2.sum_amount_at_end_2 AS sum_amount_at_end_2,
      NULL AS prior_sum_amount_at_end,
      NULL AS prior_sum_amount_at_end_2
    FROM balances_at_end_scan_2
    UNION ALL
    SELECT
      balances_prior_at_end_scan.month AS month,
      NULL AS sum_amount_at_end,
      NULL AS sum_amount_at_end_2,
      balances_prior_at_end_scan.prior_sum_amount_at_end AS prior_sum_amount_at_end,
      NULL AS prior_sum_amount_at_end_2
    FROM balances_prior_at_end_scan
    UNION ALL
    SELECT
      balances_prior_at_end_scan_2.month AS month,
      NULL AS sum_amount_at_end,
      NULL AS sum_amount_at_end_2,
      NULL AS prior_sum_amount_at_end,
      balances_prior_at_end_scan_2.prior_sum_amount_at_end_2 AS prior_sum_amount_at_end_2
    FROM balances_prior_at_end_scan_2
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS sum_amount_at_end,
      NULL AS sum_amount_at_end_2,
      NULL AS prior_sum_amount_at_end,
      NULL AS prior_sum_amount_at_end_2
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.sum_amount_at_end, 0) AS n,
  COALESCE(answer.sum_amount_at_end_2, 0) - COALESCE(answer.prior_sum_amount_at_end, 0) AS moved,
  COALESCE(answer.sum_amount_at_end, 0) - COALESCE(answer.prior_sum_amount_at_end_2, 0) AS whole
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', balances.day) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', balances.stands_until) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(balances.day AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', CAST(balances.stands_until AS TIMESTAMP)) AS DATE) AS last_month,
--   -      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day NULLS LAST) AS stands_until
--   +      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day) AS stands_until
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day NULLS LAST) AS stands_until
--   +      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day) AS stands_until
--   -      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day NULLS LAST) AS stands_until
--   +      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day) AS stands_until
--   -    ON CAST(balances.day + INTERVAL '1' MONTH AS DATE) < CASE
--   +    ON CAST(balances.day + INTERVAL '1 MONTH' AS DATE) < CASE
--   -      CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE) >= CASE
--   +      CAST(balances.stands_until + INTERVAL '1 MONTH' AS DATE) IS NULL
--   +      OR CAST(balances.stands_until + INTERVAL '1 MONTH' AS DATE) >= CASE
--   -    CAST(DATE_TRUNC('month', CAST(balances.day + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(balances.day + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC(
--   +      'month',
--   +      CAST(CAST(balances.stands_until + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)
--   +    ) AS DATE) AS last_month,
--   -      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day NULLS LAST) AS stands_until
--   +      LEAD(balances.day) OVER (PARTITION BY balances.account ORDER BY balances.day) AS stands_until
--   -      NULL AS sum_amount_at_end_2,
--   -      NULL AS prior_sum_amount_at_end,
--   -      NULL AS prior_sum_amount_at_end_2
--   +      CAST(NULL AS DECIMAL) AS sum_amount_at_end_2,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_at_end_2
--   -      NULL AS sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL) AS sum_amount_at_end,
--   -      NULL AS prior_sum_amount_at_end,
--   -      NULL AS prior_sum_amount_at_end_2
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_at_end_2
--   -      NULL AS sum_amount_at_end,
--   -      NULL AS sum_amount_at_end_2,
--   +      CAST(NULL AS DECIMAL) AS sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL) AS sum_amount_at_end_2,
--   -      NULL AS prior_sum_amount_at_end_2
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_at_end_2
--   -      NULL AS sum_amount_at_end,
--   -      NULL AS sum_amount_at_end_2,
--   -      NULL AS prior_sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL) AS sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL) AS sum_amount_at_end_2,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_at_end,
--   -      NULL AS sum_amount_at_end,
--   -      NULL AS sum_amount_at_end_2,
--   -      NULL AS prior_sum_amount_at_end,
--   -      NULL AS prior_sum_amount_at_end_2
--   +      CAST(NULL AS DECIMAL) AS sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL) AS sum_amount_at_end_2,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL) AS prior_sum_amount_at_end_2
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-05-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -      WHEN months.ends > CAST('2025-05-11' AS DATE)
--   -      THEN CAST('2025-05-11' AS DATE)
--   +      WHEN months.ends > TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +      THEN TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -        WHEN months.ends > CAST('2025-05-11' AS DATE)
--   -        THEN CAST('2025-05-11' AS DATE)
--   +        WHEN months.ends > TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +        THEN TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -    ON CAST(balances.day + INTERVAL '1' MONTH AS DATE) < CASE
--   -      WHEN months.ends > CAST('2025-05-11' AS DATE)
--   -      THEN CAST('2025-05-11' AS DATE)
--   +    ON DATEADD(MONTH, 1, balances.day) < CASE
--   +      WHEN months.ends > TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +      THEN TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE) IS NULL
--   -      OR CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE) >= CASE
--   -        WHEN months.ends > CAST('2025-05-11' AS DATE)
--   -        THEN CAST('2025-05-11' AS DATE)
--   +      DATEADD(MONTH, 1, balances.stands_until) IS NULL
--   +      OR DATEADD(MONTH, 1, balances.stands_until) >= CASE
--   +        WHEN months.ends > TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +        THEN TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -    CAST(DATE_TRUNC('month', CAST(balances.day + INTERVAL '1' MONTH AS DATE)) AS DATE) AS first_month,
--   -    CAST(DATE_TRUNC('month', CAST(balances.stands_until + INTERVAL '1' MONTH AS DATE)) AS DATE) AS last_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, balances.day)) AS DATE) AS first_month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, balances.stands_until)) AS DATE) AS last_month,
--   -      NULL AS sum_amount_at_end_2,
--   -      NULL AS prior_sum_amount_at_end,
--   -      NULL AS prior_sum_amount_at_end_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount_at_end_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_at_end_2
--   -      NULL AS sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount_at_end,
--   -      NULL AS prior_sum_amount_at_end,
--   -      NULL AS prior_sum_amount_at_end_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_at_end_2
--   -      NULL AS sum_amount_at_end,
--   -      NULL AS sum_amount_at_end_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount_at_end_2,
--   -      NULL AS prior_sum_amount_at_end_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_at_end_2
--   -      NULL AS sum_amount_at_end,
--   -      NULL AS sum_amount_at_end_2,
--   -      NULL AS prior_sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount_at_end_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_at_end,
--   -      NULL AS sum_amount_at_end,
--   -      NULL AS sum_amount_at_end_2,
--   -      NULL AS prior_sum_amount_at_end,
--   -      NULL AS prior_sum_amount_at_end_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS sum_amount_at_end_2,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_at_end,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_sum_amount_at_end_2

-- days inside of a month are as many on both sides
--   change(avg(count(visits) per day), 1 month, aligned) as moved, prior(avg(count(visits) per day), 1 month) as before by month for 2025-05-01 to 2025-05-31
WITH months /* every month, from `starts` to before `ends` */ AS (
  SELECT
    series.month,
    series.month AS starts,
    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
      ) AS DATE) AS month
  ) AS series
), days /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-04-30' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON series.atom >= months.starts AND series.atom < months.ends
  WHERE
    series.atom < CAST('2025-05-11' AS DATE)
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-05-11' AS DATE)
), visits_scan /* count_visits */ AS (
  SELECT
    days.month AS month,
    days.day AS day,
    COUNT(*) AS count_visits
  FROM visits
  JOIN days
    ON visits.day >= days.starts AND visits.day < days.ends
  WHERE
    (
      visits.day < CAST('2025-05-11' AS DATE) OR visits.day IS NULL
    )
  GROUP BY
    1,
    2
), days_2 /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-30' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= months.starts
    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < months.ends
  WHERE
    CAST(series.atom + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-11' AS DATE)
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-05-11' AS DATE)
), visits_scan_2 /* count_visits */ AS (
  SELECT
    days_2.month AS month,
    days_2.day AS day,
    COUNT(*) AS count_visits
  FROM visits
  JOIN days_2
    ON visits.day >= days_2.starts AND visits.day < days_2.ends
  WHERE
    (
      visits.day < CAST('2025-05-11' AS DATE) OR visits.day IS NULL
    )
  GROUP BY
    1,
    2
), visits_by_day /* count_visits of each day */ AS (
  SELECT
    visits.day AS starting_day,
    COUNT(*) AS count_visits
  FROM visits
  WHERE
    visits.day >= CAST('2025-03-31' AS DATE)
    AND visits.day < CAST('2025-06-01' AS DATE)
  GROUP BY
    1
), days_3 /* every day that has begun in each month */ AS (
  SELECT
    months.month,
    series.atom AS day,
    MIN(series.atom) AS starts,
    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
  FROM (
    SELECT
      CAST(UNNEST(
        GENERATE_SERIES(CAST('2025-03-30' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
      ) AS DATE) AS atom
  ) AS series
  INNER JOIN months
    ON CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= months.starts
    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < months.ends
  GROUP BY
    1,
    2
  HAVING
    MIN(series.atom) < CAST('2025-05-11' AS DATE)
), days_with_rows AS (
  SELECT DISTINCT
    visits_by_day.starting_day AS seen
  FROM visits_by_day
), days_seen /* which days each day sees */ AS (
  SELECT
    days_with_rows.seen,
    days_3.month,
    days_3.day
  FROM days_3
  INNER JOIN days_with_rows
    ON days_with_rows.seen >= days_3.starts AND days_with_rows.seen < days_3.ends
), visits_scan_3 /* count_visits */ AS (
  SELECT
    days_seen.month AS month,
    days_seen.day AS day,
    SUM(visits_by_day.count_visits) AS count_visits
  FROM visits_by_day
  INNER JOIN days_seen
    ON visits_by_day.starting_day = days_seen.seen
  GROUP BY
    1,
    2
), rows_per_key /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    MAX(stacked.count_visits) AS count_visits
  FROM (
    SELECT
      visits_scan.month AS month,
      visits_scan.day AS day,
      visits_scan.count_visits AS count_visits
    FROM visits_scan
    UNION ALL
    SELECT
      days.month AS month,
      days.day AS day,
      NULL AS count_visits
    FROM days
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day /* avg_per_day */ AS (
  SELECT
    rows_per_key.month AS month,
    AVG(COALESCE(rows_per_key.count_visits, 0)) AS avg_per_day
  FROM rows_per_key
  GROUP BY
    1
), rows_per_key_2 /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    MAX(stacked.count_visits) AS count_visits
  FROM (
    SELECT
      visits_scan_2.month AS month,
      visits_scan_2.day AS day,
      visits_scan_2.count_visits AS count_visits
    FROM visits_scan_2
    UNION ALL
    SELECT
      days_2.month AS month,
      days_2.day AS day,
      NULL AS count_visits
    FROM days_2
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day_2 /* prior_avg_per_day */ AS (
  SELECT
    rows_per_key_2.month AS month,
    AVG(COALESCE(rows_per_key_2.count_visits, 0)) AS prior_avg_per_day
  FROM rows_per_key_2
  GROUP BY
    1
), rows_per_key_3 /* one row for each group */ AS (
  SELECT
    stacked.month,
    stacked.day,
    MAX(stacked.count_visits) AS count_visits
  FROM (
    SELECT
      visits_scan_3.month AS month,
      visits_scan_3.day AS day,
      visits_scan_3.count_visits AS count_visits
    FROM visits_scan_3
    UNION ALL
    SELECT
      days_3.month AS month,
      days_3.day AS day,
      NULL AS count_visits
    FROM days_3
  ) AS stacked
  GROUP BY
    1,
    2
), values_per_day_3 /* prior_avg_per_day_2 */ AS (
  SELECT
    rows_per_key_3.month AS month,
    AVG(COALESCE(rows_per_key_3.count_visits, 0)) AS prior_avg_per_day_2
  FROM rows_per_key_3
  GROUP BY
    1
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.avg_per_day) AS avg_per_day,
    MAX(stacked.prior_avg_per_day) AS prior_avg_per_day,
    MAX(stacked.prior_avg_per_day_2) AS prior_avg_per_day_2
  FROM (
    SELECT
      values_per_day.month AS month,
      values_per_day.avg_per_day AS avg_per_day,
      NULL AS prior_avg_per_day,
      NULL AS prior_avg_per_day_2
    FROM values_per_day
    UNION ALL
    SELECT
      values_per_day_2.month AS month,
      NULL AS avg_per_day,
      values_per_day_2.prior_avg_per_day AS prior_avg_per_day,
      NULL AS prior_avg_per_day_2
    FROM values_per_day_2
    UNION ALL
    SELECT
      values_per_day_3.month AS month,
      NULL AS avg_per_day,
      NULL AS prior_avg_per_day,
      values_per_day_3.prior_avg_per_day_2 AS prior_avg_per_day_2
    FROM values_per_day_3
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS avg_per_day,
      NULL AS prior_avg_per_day,
      NULL AS prior_avg_per_day_2
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  answer.avg_per_day - answer.prior_avg_per_day AS moved,
  answer.prior_avg_per_day_2 AS before
FROM answer
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +    CAST(series.month + INTERVAL '1 MONTH' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS month
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 MONTH'
--   +    ) AS series(start)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-30' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-04-30' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-30' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-30' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= months.starts
--   -    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < months.ends
--   -  WHERE
--   -    CAST(series.atom + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-11' AS DATE)
--   +    ON CAST(series.atom + INTERVAL '1 MONTH' AS DATE) >= months.starts
--   +    AND CAST(series.atom + INTERVAL '1 MONTH' AS DATE) < months.ends
--   +  WHERE
--   +    CAST(series.atom + INTERVAL '1 MONTH' AS DATE) < CAST('2025-05-11' AS DATE)
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-30' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    CAST(MAX(series.atom) + INTERVAL '1 DAY' AS DATE) AS ends
--   +  FROM (
--   +    SELECT
--   +      CAST(series.start AS DATE) AS atom
--   +    FROM GENERATE_SERIES(
--   +      CAST(CAST('2025-03-30' AS DATE) AS TIMESTAMP),
--   +      CAST(CAST('2025-06-02' AS DATE) AS TIMESTAMP),
--   +      INTERVAL '1 DAY'
--   +    ) AS series(start)
--   -    ON CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= months.starts
--   -    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < months.ends
--   +    ON CAST(series.atom + INTERVAL '1 MONTH' AS DATE) >= months.starts
--   +    AND CAST(series.atom + INTERVAL '1 MONTH' AS DATE) < months.ends
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL) AS count_visits
--   -    AVG(COALESCE(rows_per_key.count_visits, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_visits, 0) AS DOUBLE PRECISION)) AS avg_per_day
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL) AS count_visits
--   -    AVG(COALESCE(rows_per_key_2.count_visits, 0)) AS prior_avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key_2.count_visits, 0) AS DOUBLE PRECISION)) AS prior_avg_per_day
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL) AS count_visits
--   -    AVG(COALESCE(rows_per_key_3.count_visits, 0)) AS prior_avg_per_day_2
--   +    AVG(CAST(COALESCE(rows_per_key_3.count_visits, 0) AS DOUBLE PRECISION)) AS prior_avg_per_day_2
--   -      NULL AS prior_avg_per_day,
--   -      NULL AS prior_avg_per_day_2
--   +      CAST(NULL AS DECIMAL) AS prior_avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS prior_avg_per_day_2
--   -      NULL AS avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS avg_per_day,
--   -      NULL AS prior_avg_per_day_2
--   +      CAST(NULL AS DECIMAL) AS prior_avg_per_day_2
--   -      NULL AS avg_per_day,
--   -      NULL AS prior_avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS prior_avg_per_day,
--   -      NULL AS avg_per_day,
--   -      NULL AS prior_avg_per_day,
--   -      NULL AS prior_avg_per_day_2
--   +      CAST(NULL AS DECIMAL) AS avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS prior_avg_per_day,
--   +      CAST(NULL AS DECIMAL) AS prior_avg_per_day_2
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    CAST(series.month + INTERVAL '1' MONTH AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -      ) AS DATE) AS month
--   +    DATEADD(MONTH, 1, series.month) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(MONTH, numbers.n, TO_DATE('2025-05-01', 'YYYY-MM-DD')) AS month
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +    ) AS numbers
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-04-30' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-04-30', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 34))
--   +    ) AS numbers
--   -    series.atom < CAST('2025-05-11' AS DATE)
--   +    series.atom < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-05-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      visits.day < CAST('2025-05-11' AS DATE) OR visits.day IS NULL
--   +      visits.day < TO_DATE('2025-05-11', 'YYYY-MM-DD') OR visits.day IS NULL
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-30' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-30', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 65))
--   +    ) AS numbers
--   -    ON CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= months.starts
--   -    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < months.ends
--   -  WHERE
--   -    CAST(series.atom + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-11' AS DATE)
--   +    ON DATEADD(MONTH, 1, series.atom) >= months.starts
--   +    AND DATEADD(MONTH, 1, series.atom) < months.ends
--   +  WHERE
--   +    DATEADD(MONTH, 1, series.atom) < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -    MIN(series.atom) < CAST('2025-05-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      visits.day < CAST('2025-05-11' AS DATE) OR visits.day IS NULL
--   +      visits.day < TO_DATE('2025-05-11', 'YYYY-MM-DD') OR visits.day IS NULL
--   -    visits.day >= CAST('2025-03-31' AS DATE)
--   -    AND visits.day < CAST('2025-06-01' AS DATE)
--   +    visits.day >= TO_DATE('2025-03-31', 'YYYY-MM-DD')
--   +    AND visits.day < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -    CAST(MAX(series.atom) + INTERVAL '1' DAY AS DATE) AS ends
--   -  FROM (
--   -    SELECT
--   -      CAST(UNNEST(
--   -        GENERATE_SERIES(CAST('2025-03-30' AS DATE), CAST('2025-06-02' AS DATE), INTERVAL '1' DAY)
--   -      ) AS DATE) AS atom
--   +    DATEADD(DAY, 1, MAX(series.atom)) AS ends
--   +  FROM (
--   +    SELECT
--   +      DATEADD(DAY, numbers.n, TO_DATE('2025-03-30', 'YYYY-MM-DD')) AS atom
--   +    FROM (
--   +      SELECT
--   +        ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +      FROM TABLE(GENERATOR(ROWCOUNT => 65))
--   +    ) AS numbers
--   -    ON CAST(series.atom + INTERVAL '1' MONTH AS DATE) >= months.starts
--   -    AND CAST(series.atom + INTERVAL '1' MONTH AS DATE) < months.ends
--   +    ON DATEADD(MONTH, 1, series.atom) >= months.starts
--   +    AND DATEADD(MONTH, 1, series.atom) < months.ends
--   -    MIN(series.atom) < CAST('2025-05-11' AS DATE)
--   +    MIN(series.atom) < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_visits
--   -    AVG(COALESCE(rows_per_key.count_visits, 0)) AS avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key.count_visits, 0) AS DOUBLE)) AS avg_per_day
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_visits
--   -    AVG(COALESCE(rows_per_key_2.count_visits, 0)) AS prior_avg_per_day
--   +    AVG(CAST(COALESCE(rows_per_key_2.count_visits, 0) AS DOUBLE)) AS prior_avg_per_day
--   -      NULL AS count_visits
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_visits
--   -    AVG(COALESCE(rows_per_key_3.count_visits, 0)) AS prior_avg_per_day_2
--   +    AVG(CAST(COALESCE(rows_per_key_3.count_visits, 0) AS DOUBLE)) AS prior_avg_per_day_2
--   -      NULL AS prior_avg_per_day,
--   -      NULL AS prior_avg_per_day_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_per_day_2
--   -      NULL AS avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day,
--   -      NULL AS prior_avg_per_day_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_per_day_2
--   -      NULL AS avg_per_day,
--   -      NULL AS prior_avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_per_day,
--   -      NULL AS avg_per_day,
--   -      NULL AS prior_avg_per_day,
--   -      NULL AS prior_avg_per_day_2
--   +      CAST(NULL AS DECIMAL(1, 0)) AS avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_per_day,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_avg_per_day_2

-- having is about the number that is shown
--   count(accounts on signed_on) as n by month for 2025-05-01 to 2025-05-31 vs prior month aligned having n = 0
WITH accounts_scan /* count_accounts */ AS (
  SELECT
    CAST(DATE_TRUNC('month', accounts.signed_on) AS DATE) AS month,
    COUNT(*) AS count_accounts
  FROM accounts
  WHERE
    accounts.signed_on >= CAST('2025-05-01' AS DATE)
    AND accounts.signed_on < CAST('2025-06-01' AS DATE)
    AND (
      accounts.signed_on < CAST('2025-05-11' AS DATE) OR accounts.signed_on IS NULL
    )
  GROUP BY
    1
), accounts_prior_scan /* prior_count_accounts */ AS (
  SELECT
    CAST(DATE_TRUNC('month', CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
    COUNT(*) AS prior_count_accounts
  FROM accounts
  WHERE
    CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-05-01' AS DATE)
    AND CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-06-01' AS DATE)
    AND (
      CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-11' AS DATE)
      OR CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) IS NULL
    )
  GROUP BY
    1
), months /* every month */ AS (
  SELECT
    CAST(UNNEST(
      GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
    ) AS DATE) AS month
), answer /* one row for each group */ AS (
  SELECT
    stacked.month,
    MAX(stacked.count_accounts) AS count_accounts,
    MAX(stacked.prior_count_accounts) AS prior_count_accounts
  FROM (
    SELECT
      accounts_scan.month AS month,
      accounts_scan.count_accounts AS count_accounts,
      NULL AS prior_count_accounts
    FROM accounts_scan
    UNION ALL
    SELECT
      accounts_prior_scan.month AS month,
      NULL AS count_accounts,
      accounts_prior_scan.prior_count_accounts AS prior_count_accounts
    FROM accounts_prior_scan
    UNION ALL
    SELECT
      months.month AS month,
      NULL AS count_accounts,
      NULL AS prior_count_accounts
    FROM months
  ) AS stacked
  GROUP BY
    1
)
SELECT
  answer.month AS month,
  COALESCE(answer.count_accounts, 0) AS n,
  COALESCE(answer.prior_count_accounts, 0) AS n_prior,
  COALESCE(answer.count_accounts, 0) - COALESCE(answer.prior_count_accounts, 0) AS n_change
FROM answer
WHERE
  COALESCE(answer.count_accounts, 0) = 0
ORDER BY
  answer.month NULLS LAST;
-- postgres:
--   -    CAST(DATE_TRUNC('month', accounts.signed_on) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(accounts.signed_on AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(DATE_TRUNC('month', CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', CAST(CAST(accounts.signed_on + INTERVAL '1 MONTH' AS DATE) AS TIMESTAMP)) AS DATE) AS month,
--   -    CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-05-01' AS DATE)
--   -    AND CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-06-01' AS DATE)
--   +    CAST(accounts.signed_on + INTERVAL '1 MONTH' AS DATE) >= CAST('2025-05-01' AS DATE)
--   +    AND CAST(accounts.signed_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-06-01' AS DATE)
--   -      CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-11' AS DATE)
--   -      OR CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   +      CAST(accounts.signed_on + INTERVAL '1 MONTH' AS DATE) < CAST('2025-05-11' AS DATE)
--   +      OR CAST(accounts.signed_on + INTERVAL '1 MONTH' AS DATE) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    CAST(series.start AS DATE) AS month
--   +  FROM GENERATE_SERIES(
--   +    CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +    CAST(CAST('2025-05-01' AS DATE) AS TIMESTAMP),
--   +    INTERVAL '1 MONTH'
--   +  ) AS series(start)
--   -      NULL AS prior_count_accounts
--   +      CAST(NULL AS DECIMAL) AS prior_count_accounts
--   -      NULL AS count_accounts,
--   +      CAST(NULL AS DECIMAL) AS count_accounts,
--   -      NULL AS count_accounts,
--   -      NULL AS prior_count_accounts
--   +      CAST(NULL AS DECIMAL) AS count_accounts,
--   +      CAST(NULL AS DECIMAL) AS prior_count_accounts
--   -  answer.month NULLS LAST
--   +  answer.month ASC
-- snowflake:
--   -    accounts.signed_on >= CAST('2025-05-01' AS DATE)
--   -    AND accounts.signed_on < CAST('2025-06-01' AS DATE)
--   +    accounts.signed_on >= TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   +    AND accounts.signed_on < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -      accounts.signed_on < CAST('2025-05-11' AS DATE) OR accounts.signed_on IS NULL
--   +      accounts.signed_on < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +      OR accounts.signed_on IS NULL
--   -    CAST(DATE_TRUNC('month', CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE)) AS DATE) AS month,
--   +    CAST(DATE_TRUNC('month', DATEADD(MONTH, 1, accounts.signed_on)) AS DATE) AS month,
--   -    CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) >= CAST('2025-05-01' AS DATE)
--   -    AND CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-06-01' AS DATE)
--   +    DATEADD(MONTH, 1, accounts.signed_on) >= TO_DATE('2025-05-01', 'YYYY-MM-DD')
--   +    AND DATEADD(MONTH, 1, accounts.signed_on) < TO_DATE('2025-06-01', 'YYYY-MM-DD')
--   -      CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) < CAST('2025-05-11' AS DATE)
--   -      OR CAST(accounts.signed_on + INTERVAL '1' MONTH AS DATE) IS NULL
--   +      DATEADD(MONTH, 1, accounts.signed_on) < TO_DATE('2025-05-11', 'YYYY-MM-DD')
--   +      OR DATEADD(MONTH, 1, accounts.signed_on) IS NULL
--   -    CAST(UNNEST(
--   -      GENERATE_SERIES(CAST('2025-05-01' AS DATE), CAST('2025-05-01' AS DATE), INTERVAL '1' MONTH)
--   -    ) AS DATE) AS month
--   +    DATEADD(MONTH, numbers.n, TO_DATE('2025-05-01', 'YYYY-MM-DD')) AS month
--   +  FROM (
--   +    SELECT
--   +      ROW_NUMBER() OVER (ORDER BY SEQ4() NULLS LAST) - 1 AS n
--   +    FROM TABLE(GENERATOR(ROWCOUNT => 1))
--   +  ) AS numbers
--   -      NULL AS prior_count_accounts
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_accounts
--   -      NULL AS count_accounts,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_accounts,
--   -      NULL AS count_accounts,
--   -      NULL AS prior_count_accounts
--   +      CAST(NULL AS DECIMAL(1, 0)) AS count_accounts,
--   +      CAST(NULL AS DECIMAL(1, 0)) AS prior_count_accounts
