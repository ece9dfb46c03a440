"use client";
import { type RefObject, useLayoutEffect, useRef } from "react";

/** Holds what the screen shows, for who acts later: a key typed at what is seen must act on what is seen. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
