namespace VendorWorkflow;

/// <summary>Goes through the chapters, one after the other.</summary>
internal static class Tour
{
    /// <summary>Runs every chapter.</summary>
    /// <param name="to">Where it is told.</param>
    /// <param name="changes">How many changes live under the model; at least 20, so that each fate comes up.</param>
    /// <returns>Whether everything came out as a vendor must be able to rely on.</returns>
    public static async Task<bool> RunAsync(TextWriter to, int changes)
    {
        var fleet = new Fleet(changes);
        return Definition.Tell(to)
            & Policies.Tell(to)
            & Drawings.Tell(to)
            & await Life.TellAsync(to, fleet)
            & await Upgrade.TellAsync(to, fleet);
    }

    public static void Title(TextWriter to, string title) => to.WriteLine($"\n== {title}\n");

    /// <summary>The text, each line set in.</summary>
    public static string SetIn(object text) => $"  {text}".ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal);

}
