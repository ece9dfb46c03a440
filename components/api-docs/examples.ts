/** Downloading the dataset from a shell; `origin` is where this Sayso is reached. */
export const curlExample = (origin: string) => `# An API key with the scope "read", made under Account.
export SAYSO_KEY=sayso_...

# Your projects and their ids.
curl --fail -H "Authorization: Bearer $SAYSO_KEY" ${origin}/api/v1/account

# The dataset; -OJ keeps the file name that the server proposes.
curl --fail -H "Authorization: Bearer $SAYSO_KEY" -OJ "${origin}/api/v1/projects/PROJECT_ID/export?format=json"`;

/** The same in Python, with a check that every quote stands where the dataset says. */
export const pythonExample = (origin: string) => `import os
import requests

SAYSO = "${origin}"
session = requests.Session()
session.headers["Authorization"] = f"Bearer {os.environ['SAYSO_KEY']}"

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
