-- ask: growth(revenue, 1 month) as growth by month for last 24 months
-- at most: 1.1
WITH monthly AS (
    SELECT date_trunc('month', ordered_at)::DATE AS month, sum(amount) AS revenue
    FROM orders
    WHERE ordered_at >= '2022-12-01' AND ordered_at < '2025-01-01'
    GROUP BY 1
)
SELECT month, (revenue - lag(revenue) OVER by_month) / abs(lag(revenue) OVER by_month) AS growth
FROM monthly
WINDOW by_month AS (ORDER BY month)
QUALIFY month >= '2023-01-01'
ORDER BY 1
