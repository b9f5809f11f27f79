namespace TrainAndHotfix;

/// <summary>The tale for people.</summary>
internal static class TextReport
{
    private const int Names = 15;

    private static readonly string _margin = new(' ', 18 + Names);

    public static void Write(TextWriter to, Tale tale)
    {
        foreach (var chapter in tale.Chapters)
        {
            Title(to, chapter.Title);
            foreach (var step in chapter.Steps)
            {
                Write(to, step);
            }
        }

        foreach (var notes in tale.Notes)
        {
            Title(to, $"Notes of {notes.Release}, for those who use it");
            to.Write(notes.External ?? "None: nobody has it.\n");
            Title(to, $"Notes of {notes.Release}, for those inside");
            to.Write(notes.Internal);
        }

        Title(to, $"The history of {tale.History.Stream}, as it is kept");
        foreach (var record in tale.History.Records)
        {
            to.WriteLine(record);
        }

        to.WriteLine(tale.History.IsIntact ? "Every record holds the hash of the one before it, and none was changed." : "The history was changed.");
    }

    private static void Write(TextWriter to, Step step)
    {
        to.WriteLine($"{Clock.Show(step.At)}  {step.Who.PadRight(Names)} {step.What}");
        foreach (var refusal in step.Refusals)
        {
            to.WriteLine($"{_margin}no: {refusal.Text} ({refusal.Code})");
        }

        if (step.Refusals.Count == 0 && step.Events.Count > 0)
        {
            to.WriteLine($"{_margin}{step.About}{(step.State is null ? string.Empty : $" is {step.State}")}: {string.Join(", ", step.Events)}");
        }

        foreach (var fact in step.Facts)
        {
            to.WriteLine($"{_margin}{fact}");
        }
    }

    private static void Title(TextWriter to, string title) => to.WriteLine($"\n== {title}\n");
}
