using QuickStart;

namespace ChangeRelease.Domain.Tests.QuickStart;

/// <summary>Runs the sample inside the test, on its own files or on edited ones.</summary>
internal static class Sample
{
    public static string Calendar { get; } = Read("calendar.json");

    public static string Changes { get; } = Read("changes.json");

    public static async Task<Printed> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await App.RunAsync(arguments, output, errors);
        return new Printed(exit, output.ToString(), errors.ToString());
    }

    public static async Task<Printed> RunOnAsync(byte[] calendar, byte[] changes, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("quickstart-");
        try
        {
            var (first, second) = (Path.Combine(folder.FullName, "calendar.json"), Path.Combine(folder.FullName, "changes.json"));
            await File.WriteAllBytesAsync(first, calendar);
            await File.WriteAllBytesAsync(second, changes);
            return await RunAsync(["--calendar", first, "--changes", second, .. arguments]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static Task<Printed> RunOnAsync(string calendar, string changes, params string[] arguments) =>
        RunOnAsync(System.Text.Encoding.UTF8.GetBytes(calendar), System.Text.Encoding.UTF8.GetBytes(changes), arguments);

    /// <summary>The text with its first such part replaced; the part must be there.</summary>
    public static string With(this string text, string part, string other)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "the sample's file should hold '{0}'", part);
        return text[..at] + other + text[(at + part.Length)..];
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));
}

/// <summary>What a run printed, and its exit code.</summary>
internal sealed record Printed(int Exit, string Output, string Errors);
