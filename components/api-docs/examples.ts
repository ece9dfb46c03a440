/** Downloading the dataset from a shell; `origin` is where this Sayso is reached. */
export const curlExample = (origin: string) => `# An API key with the scope "read", made under Account.
export SAYSO_KEY=sayso_...

# Your projects and their ids.
curl --fail -H "Authorization: Bearer $SAYSO_KEY" ${origin}/api/v1/account

# The dataset; -OJ keeps the file name that the server proposes.
curl --fail -H "Authorization: Bearer $SAYSO_KEY" -OJ "${origin}/api/v1/projects/PROJECT_ID/export?format=json"`;

/** The same in Python, with nothing but its standard library, and a check that every quote stands where the dataset says. */
export const pythonExample = (origin: string) => `import json
import os
from urllib.request import Request, urlopen

def get(path):
    headers = {"Authorization": "Bearer " + os.environ["SAYSO_KEY"]}
    return json.load(urlopen(Request("${origin}/api/v1" + path, headers=headers)))

project = get("/account")["projects"][0]
dataset = get(f"/projects/{project['id']}/export?format=json&layers=both")

texts = {document["id"]: document["text"] for document in dataset["documents"]}
documents = {one["id"]: one["document_id"] for one in dataset["assignments"]}
for statement in dataset["statements"]:
    text = texts[documents[statement["assignment_id"]]]
    for span in statement["spans"]:
        # Python counts code points, and so does Sayso.
        assert text[span["start"]:span["end"]] == span["quote"]
print(len(dataset["statements"]), "statements")`;
