using ChangeRelease.Domain.Corpora;

namespace ChangeRelease.Domain.Benchmarks.F8;

/// <summary>Plans each published project by the product and by CP-SAT, one after the other, on one thread and with the same seconds.</summary>
internal static class ProjectsBesideCpSat
{
    public static int Run(RcpspOptions options, TextWriter output)
    {
        var (product, peer) = (new RcpspReport("product", options, output), new RcpspReport("cp-sat", options with { Csv = options.Csv is { } csv ? csv + ".cp-sat" : null }, output));
        foreach (var instance in options.Instances)
        {
            product.Run(instance, one => RcpspPlanning.Answer(one, options));
            peer.Run(instance, one => CpSatProject.Answer(one, options.Seconds!.Value, options.Seed));
        }

        return Math.Max(product.Finish(), peer.Finish());
    }
}
