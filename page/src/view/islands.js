// The notices of a file: each stands in an island of its own.

hold(JSON.parse(byId("overview").textContent), (number) => JSON.parse(byId(`notice-${number}`).textContent));
begin();
