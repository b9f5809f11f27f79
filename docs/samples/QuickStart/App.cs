using QuickStart.Input;
using QuickStart.Journeys;
using QuickStart.Reports;

namespace QuickStart;

/// <summary>Reads, plays, prints; says by its exit code how it went.</summary>
internal static class App
{
    public const int Done = 0;
    public const int Stuck = 1;
    public const int BadInput = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var faults = new Faults();
        var options = OptionsReader.Read(arguments, faults);
        if (options.Help)
        {
            await output.WriteAsync($"{OptionsReader.Usage}\n");
            return Done;
        }

        var (areOptionsGood, inputs) = (faults.Count == 0, Inputs.Read(options, faults));
        return inputs is null
            ? await RefuseAsync(options, areOptionsGood, faults.InOrder, output, errors)
            : await TellAsync(options, await Play.RunAsync(inputs), output);
    }

    private static async Task<int> TellAsync(Options options, Tale tale, TextWriter output)
    {
        await output.WriteAsync(options.AsJson ? JsonReport.Write(tale) : new TextReport(tale).Write());
        return tale.IsDone ? Done : Stuck;
    }

    private static async Task<int> RefuseAsync(Options options, bool areOptionsGood, IReadOnlyList<InputFault> faults, TextWriter output, TextWriter errors)
    {
        await (options.AsJson ? output : errors).WriteAsync(options.AsJson ? JsonReport.Write(faults) : FaultReport.Write(faults));
        await errors.WriteAsync(areOptionsGood ? string.Empty : $"\n{OptionsReader.Usage}\n");
        return BadInput;
    }
}
