import { Ellipsis } from "lucide-react";
import { useKeyOf } from "@/components/ui/command-keys";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { ClusterShape } from "./review-commands";

interface ClusterMenuProps {
  shape: ClusterShape;
  onComment: () => void;
  /** Absent while no ruling stands. */
  onExample: (() => void) | undefined;
}

/** What else can be done with a cluster, by mouse; each line says its key. */
export function ClusterMenu({ shape, onComment, onExample }: ClusterMenuProps) {
  const keyOf = useKeyOf();
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label="More for this cluster">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <MenuItem keys={keyOf("review.merge")} disabled={!shape.canMerge} onSelect={shape.merge}>
        Put together with another…
      </MenuItem>
      <MenuItem keys={keyOf("review.split")} disabled={!shape.canSplit} onSelect={shape.split}>
        Take a statement out…
      </MenuItem>
      <MenuItem keys={keyOf("review.create")} disabled={!shape.canCreate} onSelect={shape.create}>
        New statement of the selected words
      </MenuItem>
      <MenuSeparator />
      <MenuItem keys={keyOf("review.comment")} onSelect={onComment}>
        Comment
      </MenuItem>
      <MenuItem keys={keyOf("review.example")} disabled={!onExample} onSelect={onExample}>
        Use as an example…
      </MenuItem>
    </Menu>
  );
}
