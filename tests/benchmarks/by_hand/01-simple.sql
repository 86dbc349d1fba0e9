-- ask: revenue by month
-- at most: 1.1
SELECT date_trunc('month', ordered_at)::DATE AS month, sum(amount) AS revenue
FROM orders
GROUP BY 1
ORDER BY 1
