// Starts GraphiQL on the example queries that the server put into the page.
"use strict";

const page = document.getElementById("page");
const config = JSON.parse(page.dataset.config);

const graphiql = React.createElement(GraphiQL, {
  fetcher: GraphiQL.createFetcher({ url: config.endpoint }),
  defaultTabs: config.tabs,
  defaultEditorToolsVisibility: false,
});
ReactDOM.createRoot(page).render(graphiql);
