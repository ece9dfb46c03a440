"use client";
import { lazyPart } from "@/components/ui/lazy-part";

/** What draws figures of agreement, with the library behind it. */
export const agreementDrawing = lazyPart(() => import("./draw-plots"));
