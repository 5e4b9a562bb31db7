/** An element with attributes and children; `text` never becomes markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A button that does something. */
export function action(label: string, style: string, act: () => void): HTMLButtonElement {
  const button = element("button", { class: style, type: "button" }, label);
  button.addEventListener("click", act);
  return button;
}
