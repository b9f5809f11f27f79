using System.Runtime.InteropServices;

namespace ChangeRelease.Domain.Soak;

/// <summary>Walks a promise at its full size.</summary>
internal static class Program
{
    private const int Kept = 0;
    private const int Broken = 1;
    private const int Misunderstood = 2;
    private const int EndedEarly = 130;

    public static async Task<int> Main(string[] arguments)
    {
        if (Options.Read(arguments, out var problem) is not { } options)
        {
            await Console.Error.WriteLineAsync($"{problem}\n\n{Options.Usage}");
            return Misunderstood;
        }

        using var ending = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, ending));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, ending));
        var promise = await Promises.BeginAsync(options.Promise);
        using var left = promise as IDisposable;
        var soak = new Soak(options, promise);
        var walked = await soak.RunAsync(Console.Error, ending.Token);
        Report.Print(options, soak, walked, Console.Out);
        return walked.Findings.Differing > 0 ? Broken : walked.IsWhole ? Kept : EndedEarly;
    }

    private static void End(PosixSignalContext signal, CancellationTokenSource ending)
    {
        signal.Cancel = true;
        ending.Cancel();
    }
}
