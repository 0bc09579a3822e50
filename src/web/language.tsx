import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { type Language, sayNumber } from "../domain/language/language.ts";

const remembered = "sauro.language";

interface Speech {
  readonly language: Language;
  readonly switchLanguage: () => void;
}

const SpeechContext = createContext<Speech | null>(null);

/** Vietnamese unless this browser chose English before. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (recall() === "en" ? "en" : "vi"));
  useEffect(() => {
    document.documentElement.lang = language;
    remember(language);
  }, [language]);
  const switchLanguage = () => setLanguage((now) => (now === "vi" ? "en" : "vi"));
  return <SpeechContext value={{ language, switchLanguage }}>{children}</SpeechContext>;
}

/** The language on screen, and how to change it. */
export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error("no language around this part");
  return speech;
}

/** The words of a catalogue in the language on screen. */
export function useWords<W>(catalogue: Record<Language, W>): W {
  return catalogue[useSpeech().language];
}

/** Says numbers in the manner of the language on screen. */
export function useNumber(): (value: number) => string {
  const { language } = useSpeech();
  return (value) => sayNumber(value, language);
}

/** A browser may forbid storage; then the choice lasts as long as the page. */
function recall(): string | null {
  try {
    return window.localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    window.localStorage.setItem(remembered, language);
  } catch {
    // Nothing is lost but the memory of the choice.
  }
}
