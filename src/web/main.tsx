import "./styles/all.css";
import { createTheme, defaultVariantColorsResolver, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { allArrived } from "./begun.ts";
import { CrashScreen } from "./frame/CrashScreen.tsx";
import { LanguageProvider } from "./language.tsx";
import { router } from "./router.tsx";

// Colours and sizes are tokens of our stylesheet; Mantine only learns the name of the accent.
const accent = Array.from({ length: 10 }, () => "var(--accent)");
const theme = createTheme({
  // Ten shades, as Mantine wants them; all are the one accent.
  colors: {
    sauro: accent as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ],
  },
  primaryColor: "sauro",
  fontFamily: "var(--font)",
  defaultRadius: "var(--radius)",
  respectReducedMotion: true,
  components: { Button: { defaultProps: { fw: 500 } } },
  variantColorResolver: (asked) =>
    asked.variant === "filled"
      ? {
          background: "var(--accent)",
          hover: "var(--accent-hover)",
          color: "var(--on-accent)",
          border: "1px solid transparent",
        }
      : defaultVariantColorsResolver(asked),
});

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 30_000, refetchOnWindowFocus: false } },
});

/** What comes soon is shown whole at once; what takes longer than this is waited for inside the frame, in milliseconds. */
const soon = 400;

async function start(place: Element): Promise<void> {
  const tired = new Promise((resolve) => setTimeout(resolve, soon));
  await Promise.race([Promise.all([router.load(), allArrived()]), tired]);
  // Mantine's variables and classes stand in our stylesheet: the content policy forbids styles written into the page.
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withStaticClasses={false}
        withGlobalClasses={false}
      >
        <LanguageProvider>
          <CrashScreen>
            <QueryClientProvider client={queries}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </CrashScreen>
        </LanguageProvider>
      </MantineProvider>
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("the page has no place for the application");
// Begun after all scripts are read: the parts that are waited for may need this one whole.
void start(root);
