using static System.FormattableString;

namespace ChangeRelease.Domain.Soak;

/// <summary>Prints what a walk came to; its last line is the result.</summary>
internal static class Report
{
    public static void Print(Options options, Soak soak, Walked walked, TextWriter to)
    {
        to.WriteLine($"{options.Promise}  {soak.Claim}");
        to.WriteLine();
        to.WriteLine(Invariant($"seed {options.Seed}, {options.Count} random cases asked for, {options.Workers} workers, {walked.Elapsed:hh\\:mm\\:ss} elapsed"));
        to.WriteLine(Invariant($"{walked.Done} of {walked.Parts} parts walked{(walked.IsWhole ? string.Empty : ", ended early")}"));
        to.WriteLine();
        foreach (var (kind, times) in walked.Findings.Kinds)
        {
            to.WriteLine(Invariant($"{times,13}  {kind}"));
        }

        to.WriteLine();
        foreach (var difference in walked.Findings.Told)
        {
            to.WriteLine(Invariant($"DIFFERS  {options.Promise} --seed {options.Seed} --count {options.Count} {difference}"));
        }

        to.WriteLine(Invariant($"{walked.Findings.Checked} checked, {walked.Findings.Differing} differing"));
    }
}
