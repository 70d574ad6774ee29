import type { Synthesised } from '../synthesised.ts';
import type { Arns } from './arns.ts';
import type { Edge } from './edge.ts';
import { functionEdges, sourceEdges } from './edges-by-role.ts';
import { alarmEdges, routeEdge, ruleEdges } from './edges-by-service.ts';

/** Finds every edge between services in a template. */
export function edgesOf(app: Synthesised, arns: Arns): Edge[] {
  return [
    ...app.ofType('AWS::CloudWatch::Alarm').flatMap(alarm => alarmEdges(alarm, app, arns)),
    ...app.ofType('AWS::Events::Rule').flatMap(rule => ruleEdges(rule, app, arns)),
    ...app.ofType('AWS::ApiGatewayV2::Route').map(route => routeEdge(route, app, arns)),
    ...app.ofType('AWS::Lambda::EventSourceMapping').flatMap(source => sourceEdges(source, app, arns)),
    ...app.ofType('AWS::Lambda::Function').flatMap(lambda => functionEdges(lambda, arns)),
  ];
}
