"use client";
import { AtSign, Braces, CircleUser, LogOut, Monitor, Moon, Sun, UserCog, Users } from "lucide-react";
import Link from "next/link";
import { useTheme } from "next-themes";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuRadioGroup, MenuSeparator } from "@/components/ui/menu";
import { useSignOut } from "./use-sign-out";

interface AccountMenuProps {
  name: string;
  email: string;
  /** Comments can name them. */
  mayBeNamed: boolean;
  /** Runs this server. */
  isAdmin: boolean;
}

export function AccountMenu({ name, email, mayBeNamed, isAdmin }: AccountMenuProps) {
  const { theme = "system", setTheme } = useTheme();
  const signOut = useSignOut();
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" aria-label={`Account of ${name}`} className="max-w-48 px-2">
          <CircleUser aria-hidden className="size-4" />
          <span className="truncate max-sm:hidden">{name}</span>
        </Button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="font-medium text-sm">{name}</p>
        <p className="text-text-muted text-xs">{email}</p>
      </div>
      <MenuSeparator />
      <MenuItem render={<Link href="/account" />}>
        <UserCog aria-hidden /> Account
      </MenuItem>
      {mayBeNamed && (
        <MenuItem render={<Link href="/mentions" />}>
          <AtSign aria-hidden /> Mentions
        </MenuItem>
      )}
      {isAdmin && (
        <MenuItem render={<Link href="/users" />}>
          <Users aria-hidden /> Users
        </MenuItem>
      )}
      <MenuItem render={<Link href="/api/docs" />}>
        <Braces aria-hidden /> API
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup
        label="Theme"
        value={theme}
        onValueChange={setTheme}
        options={[
          {
            value: "light",
            label: (
              <>
                <Sun aria-hidden /> Light
              </>
            ),
          },
          {
            value: "dark",
            label: (
              <>
                <Moon aria-hidden /> Dark
              </>
            ),
          },
          {
            value: "system",
            label: (
              <>
                <Monitor aria-hidden /> As the system
              </>
            ),
          },
        ]}
      />
      <MenuSeparator />
      <MenuItem onSelect={signOut}>
        <LogOut aria-hidden /> Sign out
      </MenuItem>
    </Menu>
  );
}
