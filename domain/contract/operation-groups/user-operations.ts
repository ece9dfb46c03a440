import { AdminChange, BlockChange, ResetLink, ServerUser, UserList, UsersQuery } from "../users";
import type { Operation } from "./operation";
import { userId } from "./parameters";

/** Of the accounts of this server; to anybody but its administrators they do not exist. */
export const userOperations = {
  listUsers: {
    method: "get",
    path: "/users",
    tag: "Users",
    summary: "The accounts of this server, and what happened to them last",
    query: UsersQuery,
    answer: UserList,
    keyScope: null,
  },
  changeAdmin: {
    method: "put",
    path: "/users/{userId}/admin",
    tag: "Users",
    summary: "Make somebody an administrator of the server, or no longer",
    params: userId,
    body: AdminChange,
    answer: ServerUser,
    keyScope: null,
  },
  changeBlock: {
    method: "put",
    path: "/users/{userId}/block",
    tag: "Users",
    summary: "Block an account, which ends its sessions, or unblock it",
    params: userId,
    body: BlockChange,
    answer: ServerUser,
    keyScope: null,
  },
  createResetLink: {
    method: "post",
    path: "/users/{userId}/reset-links",
    tag: "Users",
    summary: "Make a link by which somebody sets a new password; it is told once",
    params: userId,
    answer: ResetLink,
    status: 201,
    keyScope: null,
  },
  removeTwoFactor: {
    method: "delete",
    path: "/users/{userId}/two-factor",
    tag: "Users",
    summary: "Take away somebody's second factor, for who lost it; their sessions end",
    params: userId,
    status: 204,
    keyScope: null,
  },
  endUserSessions: {
    method: "delete",
    path: "/users/{userId}/sessions",
    tag: "Users",
    summary: "Sign somebody out everywhere",
    params: userId,
    status: 204,
    keyScope: null,
  },
} as const satisfies Record<string, Operation>;
