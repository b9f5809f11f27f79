namespace TrainAndHotfix;

/// <summary>A weekly train, a canary that fails, and a hotfix that overtakes the train: told as text, or as JSON.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <summary>Goes on the journey and tells it.</summary>
    /// <param name="args">Nothing for text, <c>--json</c> for JSON.</param>
    /// <param name="to">Where it is told.</param>
    /// <param name="errors">Where a wrong command line is told.</param>
    /// <returns>0; or 2 where the command line is wrong.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter to, TextWriter errors)
    {
        switch (args)
        {
            case []:
                TextReport.Write(to, await Journey.GoAsync());
                return 0;
            case ["--json"]:
                JsonReport.Write(to, await Journey.GoAsync());
                return 0;
            default:
                errors.WriteLine($"'{string.Join(' ', args)}' is not understood.");
                errors.WriteLine("usage: dotnet run --project docs/samples/TrainAndHotfix [-- --json]   --json: the same journey as JSON");
                return 2;
        }
    }
}
