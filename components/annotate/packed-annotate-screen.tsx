"use client";

import { useState } from "react";
import { type PackedView, unpackView } from "@/domain/contract/packed-view";
import { AnnotateScreen } from "./annotate-screen";

/** The Annotate screen of a view as the page carries it. */
export function PackedAnnotateScreen({ packed, userId, at }: { packed: PackedView; userId: string; at?: string }) {
  const [view] = useState(() => unpackView(packed));
  return <AnnotateScreen view={view} userId={userId} at={at} />;
}
