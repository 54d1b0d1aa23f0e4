/** The look of the window, which the page around it does not touch. */
export const style = `
:host {
  all: initial;
}
* {
  box-sizing: border-box;
  font:
    14px/1.4 system-ui,
    sans-serif;
}
.bubble,
.window {
  position: fixed;
  right: 16px;
  bottom: 16px;
  z-index: 2147483000;
}
.bubble {
  width: 56px;
  height: 56px;
  border: 0;
  border-radius: 50%;
  background: #0b6e69;
  color: #fff;
  cursor: pointer;
  box-shadow: 0 4px 16px rgb(23 32 43 / 25%);
}
.bubble svg {
  width: 26px;
  height: 26px;
}
.count {
  position: absolute;
  top: -2px;
  right: -2px;
  min-width: 20px;
  padding: 0 5px;
  border-radius: 10px;
  background: #c5282d;
  color: #fff;
  font-weight: 600;
  text-align: center;
}
.window {
  display: flex;
  flex-direction: column;
  width: 340px;
  height: 480px;
  max-width: calc(100vw - 32px);
  max-height: calc(100vh - 32px);
  overflow: hidden;
  border: 1px solid #cbd2da;
  border-radius: 12px;
  background: #fff;
  color: #17202b;
  box-shadow: 0 12px 32px rgb(23 32 43 / 25%);
}
.head {
  display: flex;
  align-items: center;
  gap: 8px;
  padding: 10px 8px 10px 14px;
  background: #0b6e69;
  color: #fff;
  font-weight: 600;
}
.head span {
  flex: 1;
  font-weight: 600;
}
.head button {
  width: 32px;
  height: 32px;
  border: 0;
  border-radius: 6px;
  background: none;
  color: #fff;
  font-size: 18px;
  cursor: pointer;
}
.log {
  flex: 1;
  display: flex;
  flex-direction: column;
  gap: 6px;
  padding: 12px;
  overflow-y: auto;
  background: #f4f6f8;
}
.line {
  max-width: 85%;
  padding: 7px 10px;
  border-radius: 10px;
  background: #fff;
  border: 1px solid #e2e6eb;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
.line.own {
  align-self: flex-end;
  background: #dbf2ef;
  border-color: #dbf2ef;
}
.line small {
  display: block;
  color: #55606e;
  font-size: 11px;
}
.note {
  margin: 0;
  color: #55606e;
}
.file {
  display: block;
  max-width: 100%;
  margin-top: 4px;
  padding: 4px 8px;
  border: 1px solid #8b96a3;
  border-radius: 6px;
  background: none;
  color: inherit;
  text-align: left;
  overflow-wrap: anywhere;
  cursor: pointer;
}
.file span {
  text-decoration: underline;
}
form {
  display: grid;
  gap: 8px;
  padding: 10px 12px;
  border-top: 1px solid #e2e6eb;
}
textarea,
input[type='tel'] {
  width: 100%;
  padding: 8px;
  border: 1px solid #cbd2da;
  border-radius: 8px;
  background: #fff;
  color: #17202b;
  resize: none;
}
label.tick {
  display: flex;
  gap: 8px;
  align-items: start;
  color: #55606e;
}
.send {
  padding: 8px 14px;
  border: 0;
  border-radius: 8px;
  background: #0b6e69;
  color: #fff;
  font-weight: 600;
  cursor: pointer;
}
:focus-visible {
  outline: 2px solid #0a6560;
  outline-offset: 2px;
}
.hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}
@media (prefers-color-scheme: dark) {
  .window,
  .line,
  textarea,
  input[type='tel'] {
    background: #15191f;
    color: #e3e8ed;
    border-color: #3a434f;
  }
  .log {
    background: #0d1014;
  }
  .line.own {
    background: #0c3b38;
    border-color: #0c3b38;
  }
  .line small,
  .note,
  label.tick {
    color: #9ea8b4;
  }
  form {
    border-color: #262d36;
  }
}
`;
