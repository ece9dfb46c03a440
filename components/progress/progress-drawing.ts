"use client";
import { lazyPart } from "@/components/ui/lazy-part";

/** What draws how far people are, with the library behind it. */
export const progressDrawing = lazyPart(() => import("./draw-progress"));
