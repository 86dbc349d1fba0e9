-- ask: revenue by month, sales_reps.team
-- at most: 1.1
SELECT date_trunc('month', ordered_at)::DATE AS month, team, sum(amount) AS revenue
FROM orders
LEFT JOIN customers USING (customer_id)
LEFT JOIN sales_reps USING (rep_id)
GROUP BY 1, 2
ORDER BY 1, 2 NULLS LAST
