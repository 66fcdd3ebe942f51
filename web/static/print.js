// A sheet to hand out. Without scripts the browser's own menu prints it as well.
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => window.print());
