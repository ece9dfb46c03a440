/** Names the cookie in which a browser keeps the project it was last on. It opens nothing: it is a wish, like an address. */
export const PROJECT_COOKIE = "sayso_project";
