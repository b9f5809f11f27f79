namespace ChangeRelease.Domain.Corpora;

/// <summary>Runs cases that others published against the library.</summary>
internal static class Program
{
    private const string Usage = "usage: recurrence FILE.jsonl [--contested]\n       windows FILE.json";

    private static int Main(string[] arguments)
    {
        var showContested = arguments.Contains("--contested");
        switch (arguments.Where(argument => argument != "--contested").ToArray())
        {
            case ["recurrence", var file] when File.Exists(file):
                return new SuiteRun("recurrence", Console.Out, showContested).Over(File.ReadLines(file).Where(line => line.Length > 0).Select(RecurrenceCase.Read));
            case ["windows", var file] when File.Exists(file):
                return new SuiteRun("windows", Console.Out, showContested).Over(WindowCases.Read(file));
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
