// Progress, kept in the browser; where that is not allowed nothing is kept, and nothing else changes.

const Progress = {
  place: 'longhand-progress',
  all() {
    try {
      const all = JSON.parse(localStorage.getItem(this.place));
      return all && typeof all === 'object' ? all : {};
    } catch {
      return {};
    }
  },
  change(lesson, change) {
    try {
      const all = this.all();
      const own = all[lesson] && typeof all[lesson] === 'object' ? all[lesson] : {};
      change(own);
      all[lesson] = own;
      localStorage.setItem(this.place, JSON.stringify(all));
    } catch {
      // It is not kept.
    }
  },
  forget() {
    try {
      localStorage.removeItem(this.place);
    } catch {
      // There is nothing.
    }
  },
};

function keepProgress(lesson) {
  const number = value => (Number.isInteger(value) && value > 0 ? value : 0);
  document.addEventListener('longhand:read', event => Progress.change(lesson, own => {
    own.read = Math.max(number(own.read), event.detail.step);
    own.of = event.detail.of;
  }));
  document.addEventListener('longhand:answered', event => Progress.change(lesson, own => {
    own.answers = own.answers && typeof own.answers === 'object' ? own.answers : {};
    if (own.answers[event.detail.question] !== 'answered') own.answers[event.detail.question] = event.detail.outcome;
  }));
}

const siteLesson = document.body.dataset.lesson;
if (siteLesson) keepProgress(siteLesson);
