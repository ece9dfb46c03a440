import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { GET } from "@/app/api/v1/openapi.json/route";

test("the description is valid OpenAPI 3.1", async () => {
  const description = await GET().json();
  const result = await new Validator().validate(description);
  expect(result).toMatchObject({ valid: true });
  expect(description.openapi).toBe("3.1.0");
});
