import { database, inTransaction } from "@/server/database/client";
import { HttpError } from "@/server/http-error";
import { admitAttempt, forgetAttempts } from "./sign-in-throttle";
import { consumeToken, findTokenUser } from "./single-use-token";
import { startSession } from "./start-session";
import { spendCode, wrongCode } from "./two-factor";

interface SecondFactor {
  token: string;
  code: string;
  headers: Headers;
  now: Date;
}

/**
 * Signs in somebody who proved who they are without a password, by the code of their second factor. The token goes on to work
 * after a wrong code. Errors: 401 link_not_valid for a used, expired or made up token, 422 wrong_code, 429.
 */
export async function redeemSecondFactor({ token, code, headers, now }: SecondFactor): Promise<Response> {
  const userId = await findTokenUser(database(), "second-factor", token, now);
  const user = userId && (await database().user.findUnique({ where: { id: userId } }));
  if (!user) throw refused();
  await admitAttempt(user.email, now);
  const isRight = await inTransaction(async (tx) => {
    if (!(await spendCode(tx, user.id, code, now))) return false;
    if ((await consumeToken(tx, "second-factor", token, now)) !== user.id) throw refused();
    await forgetAttempts(tx, user.email);
    return true;
  });
  if (!isRight) throw wrongCode();
  const session = await startSession(user.id, headers);
  if (!session) throw refused();
  return session;
}

const refused = () => new HttpError(401, "link_not_valid", "This sign-in took too long: begin again.");
