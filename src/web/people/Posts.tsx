import type { PostAnswer } from "../../contract/people.ts";
import { peopleWords } from "../../domain/language/web-people.ts";
import { useWords } from "../language.tsx";

/** A post in words: title or role, unit, and in whose stead. */
export function PostWords({ post }: { post: PostAnswer }) {
  const words = useWords(peopleWords);
  const role = words.roles[post.role] ?? post.role;
  return (
    <span>
      {post.title ? `${post.title} (${role})` : role}
      {`, ${post.unit?.name ?? words.wholeProvince}`}
      {post.actingFor !== null && <span className="muted"> · {words.insteadOf(post.actingFor)}</span>}
    </span>
  );
}
