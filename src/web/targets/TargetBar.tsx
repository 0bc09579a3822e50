import styles from "./Targets.module.css";

const width = 120;
const height = 14;

/**
 * How far a figure is: what is proven as a full bar, what is only claimed as an outline behind it, and a mark where it
 * shall come to. All in one measure; `wanted` null draws no mark. `said` says the same in words.
 */
export function TargetBar(props: {
  readonly claimed: number;
  readonly proven: number;
  readonly wanted: number | null;
  readonly said: string;
}) {
  const [claimed, proven, wanted] = [props.claimed, props.proven, props.wanted ?? 0].map(Math.abs) as [
    number,
    number,
    number,
  ];
  const most = Math.max(claimed, proven, wanted);
  if (most === 0) return null;
  const at = (value: number) => (value / most) * (width - 2);
  return (
    <svg className={styles.bar} width={width} height={height} role="img" aria-label={props.said}>
      <title>{props.said}</title>
      <line className={styles.ground} x1="0" y1={height - 1.5} x2={width} y2={height - 1.5} />
      <rect className={styles.claimed} x="0.5" y="3.5" width={at(claimed)} height={height - 6} />
      <rect className={styles.proven} x="0.5" y="3.5" width={at(proven)} height={height - 6} />
      {props.wanted !== null && (
        <line className={styles.mark} x1={at(wanted) + 1} y1="0" x2={at(wanted) + 1} y2={height} />
      )}
    </svg>
  );
}
