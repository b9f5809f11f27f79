using NodaTime;

namespace QuickStart;

/// <summary>What the command line asks for.</summary>
internal sealed record Options(string Calendar, string Changes, LocalDate From, bool AsJson, bool Help)
{
    /// <summary>The Wednesday before the clocks of San Francisco go back, on 1 November.</summary>
    public static readonly LocalDate OrdinaryFrom = new(2026, 10, 28);

    public static Options Ordinary { get; } = new(Beside("calendar.json"), Beside("changes.json"), OrdinaryFrom, AsJson: false, Help: false);

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
