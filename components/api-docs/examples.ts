/** Signing in and downloading the dataset from a shell; `origin` is where this Sayso is reached. */
export const curlExample = (origin: string) => `# Sign in once; the session is kept in cookies.txt.
curl --fail -c cookies.txt ${origin}/api/v1/session \\
  -H "Origin: ${origin}" -H "Content-Type: application/json" \\
  -d '{"email": "you@example.org", "password": "your password"}'

# Your projects and their ids.
curl --fail -b cookies.txt ${origin}/api/v1/account

# The dataset; -OJ keeps the file name that the server proposes.
curl --fail -b cookies.txt -OJ "${origin}/api/v1/projects/PROJECT_ID/export?format=json"`;

/** The same in Python, with a check that every quote stands where the dataset says. */
export const pythonExample = (origin: string) => `import requests

SAYSO = "${origin}"
session = requests.Session()
session.headers["Origin"] = SAYSO  # writes are refused without it
session.post(
    f"{SAYSO}/api/v1/session",
    json={"email": "you@example.org", "password": "your password"},
).raise_for_status()

project = session.get(f"{SAYSO}/api/v1/account").json()["projects"][0]
answer = session.get(
    f"{SAYSO}/api/v1/projects/{project['id']}/export",
    params={"format": "json", "layers": "both"},
)
answer.raise_for_status()
dataset = answer.json()

texts = {document["id"]: document["text"] for document in dataset["documents"]}
documents = {one["id"]: one["document_id"] for one in dataset["assignments"]}
for statement in dataset["statements"]:
    text = texts[documents[statement["assignment_id"]]]
    for span in statement["spans"]:
        # Python counts code points, and so does Sayso.
        assert text[span["start"]:span["end"]] == span["quote"]
print(len(dataset["statements"]), "statements")`;
