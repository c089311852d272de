// A photograph taken on a phone is made smaller before it is sent, and drawn anew, so that neither place nor camera
// stand in it. Where this does not run, the server takes the camera's notes out itself.

const LONGEST = 2000; // pixels of the longer side: a page of A4 stays readable
const WORTH = 1_500_000; // bytes

const form = document.querySelector("[data-photograph]");
const input = form?.querySelector('input[type="file"]');

// A phone offers its camera beside its files; nobody is forced to take a new photograph of a paper that is a PDF.
input?.setAttribute("accept", "image/*,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.txt,.csv");

async function smaller(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return new File([blob], file.name.replace(/\.[^.]+$/, "") + ".jpg", { type: "image/jpeg" });
}

function tell(before, after) {
  const text = (bytes) => (bytes / 1048576).toFixed(1).replace(".", ",");
  const field = input.closest(".field");
  const line = field.querySelector("[role=status]") ?? field.appendChild(document.createElement("p"));
  line.setAttribute("role", "status");
  line.className = "hint";
  line.textContent = form.dataset.shrunk.replace("{before}", text(before)).replace("{after}", text(after));
}

input?.addEventListener("change", async () => {
  const [file] = input.files;
  if (!file || !file.type.startsWith("image/") || file.size < WORTH) return;
  try {
    const small = await smaller(file);
    if (small.size >= file.size) return;
    const held = new DataTransfer();
    held.items.add(small);
    input.files = held.files;
    input.dispatchEvent(new Event("input")); // the page shows the name of the file that goes
    tell(file.size, small.size);
  } catch {
    // a picture that the browser cannot open goes as it is; the server looks at it
  }
});
