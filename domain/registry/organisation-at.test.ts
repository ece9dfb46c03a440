import { describe, expect, test } from "vitest";
import { organisationAt } from "./organisation-at";

const affiliation = (organisationId: string, validFrom: string | null, validTo: string | null, roleTitle = "") => ({
  ...{ organisationId, validFrom, validTo },
  roleTitle: roleTitle || null,
});
const minister = {
  organisationId: "party",
  roleTitle: "politician",
  affiliations: [
    affiliation("ministry", "2019-02-01", "2021-12-31", "minister"),
    affiliation("council", "2021-06-01", "2022-01-05"),
    affiliation("embassy", "2023-01-01", null, "ambassador"),
    affiliation("academy", null, "2010-12-31"),
  ],
};

describe("where a speaker belonged", () => {
  test.each([
    ["2019-01-31", "party", "politician"],
    ["2019-02-01", "ministry", "minister"],
    ["2021-05-31", "ministry", "minister"],
    ["2021-06-01", "council", "politician"],
    ["2022-01-05", "council", "politician"],
    ["2022-01-06", "party", "politician"],
    ["2099-01-01", "embassy", "ambassador"],
    ["2010-12-31", "academy", "politician"],
    [null, "party", "politician"],
  ])("on %s", (day, organisationId, roleTitle) => {
    expect(organisationAt(minister, day)).toEqual({ organisationId, roleTitle });
  });
});
